// What a screen reader says of runs.

import { useEffect } from "react";
import { announce, useScreen } from "../app/screen.tsx";
import { stateWord } from "./cell-state.ts";
import { useNotebook } from "../desk/notebook-context.tsx";

/** Says to screen readers what ended: results, failures. */
export function useAnnounceStates(): void {
  const { t } = useScreen();
  const { open } = useNotebook();
  useEffect(() => {
    let before = open.feed.get().cells;
    return open.feed.subscribe(() => {
      const now = open.feed.get().cells;
      for (const [id, session] of now) {
        const old = before.get(id)?.status.state;
        const { state } = session.status;
        if ((old === "running" || old === "queued") && state !== old && state !== "running") {
          const name = open.notebook.get().cells.find((found) => found.id === id)?.name ?? "";
          announce(`${name}: ${t(stateWord(state))}`);
        }
      }
      before = now;
    });
  }, [open, t]);
}
