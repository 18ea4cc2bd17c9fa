// Following somebody.

import { useEffect } from "react";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { useNotebook, useUi } from "../desk/notebook-context.tsx";

/** Goes where the person goes whom one follows. */
export function useFollow(): void {
  const { open, ui, acts } = useNotebook();
  const following = useUi((now) => now.following);
  useEffect(() => {
    if (following === null) return undefined;
    let last: CellId | null = null;
    const look = (): void => {
      const person = open.people.get().find((found) => found.client === following);
      if (!person) {
        ui.set((before) => ({ ...before, following: null }));
        return;
      }
      if (person.cell && person.cell !== last) {
        last = person.cell;
        acts.focus(person.cell, { scroll: true });
      }
    };
    look();
    return open.people.subscribe(look);
  }, [following, open, ui, acts]);
}
