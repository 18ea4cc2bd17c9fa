// Values that only this person turned: asks the server for what follows from them, and keeps the answers apart from what
// everybody sees. The newest request wins.

import { useEffect } from "react";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import type { CellSession } from "@genomecraft/cells/session/cell-status.ts";
import { api } from "../api/client.ts";
import { toast } from "../app/screen.tsx";
import { useNotebook, useUi } from "./notebook-context.tsx";

interface Answer {
  readonly done: boolean;
  readonly cells: readonly CellSession[];
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export function usePersonalValues(): void {
  const { open, overlay } = useNotebook();
  const personal = useUi((now) => now.personal);
  useEffect(() => {
    if (personal.size === 0) {
      overlay.set(new Map());
      return undefined;
    }
    let here = true;
    const base = `/notebooks/${encodeURIComponent(open.id)}/demands`;
    const overrides = Object.fromEntries(personal);
    const follow = async (cell: CellId): Promise<void> => {
      const asked = await api.post<{ readonly id: string }>(base, { cell, mode: "downstream", overrides });
      if (!asked.ok) {
        if (here) toast(asked.error.message, { wrong: true });
        return;
      }
      for (let pause = 60; here; pause = Math.min(1_000, pause * 1.4)) {
        const answer = await api.get<Answer>(`${base}/${encodeURIComponent(asked.value.id)}`);
        if (!here || !answer.ok) return;
        overlay.set((before) => {
          const next = new Map(before);
          for (const session of answer.value.cells) next.set(session.cell, session);
          return next;
        });
        if (answer.value.done) return;
        await wait(pause);
      }
    };
    for (const cell of personal.keys()) void follow(cell);
    return () => {
      here = false;
    };
  }, [open, overlay, personal]);
}
