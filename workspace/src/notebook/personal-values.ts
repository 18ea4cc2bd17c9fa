// Values that only this person turned, or drags a control to just now: asks the server for what follows from them, and
// keeps the answers apart from what everybody sees.

import { useEffect, useMemo, useRef } from "react";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import type { Json } from "@genomecraft/cells/base/json.ts";
import { cardOf } from "@genomecraft/cells/kind-cards.ts";
import type { Cell } from "@genomecraft/cells/notebook/notebook.ts";
import { api } from "../api/client.ts";
import { toast } from "../app/screen.tsx";
import { downstreamOf } from "./cell-state.ts";
import { newLookAhead } from "./look-ahead.ts";
import { useNotebook, useUi } from "../desk/notebook-context.tsx";
import { valuesHere } from "../desk/ui-state.ts";

const valueIn = (cell: Cell | undefined): Json => cell?.spec[cardOf(cell.kind)?.control?.value ?? ""] ?? null;

export function usePersonalValues(): void {
  const { open, overlay, derived, ui } = useNotebook();
  const personal = useUi((now) => now.personal);
  const preview = useUi((now) => now.preview);
  const ahead = useMemo(() => {
    const base = `/notebooks/${encodeURIComponent(open.id)}/demands`;
    return newLookAhead({
      ask: (cell, mode, overrides) => api.post(base, { cell, mode, overrides }),
      answer: (id) => api.get(`${base}/${encodeURIComponent(id)}`),
      withdraw: (id) => void api.delete(`${base}/${encodeURIComponent(id)}`),
      followers: (cell) => downstreamOf(cell, derived.get()),
      feed: open.feed,
      overlay,
      onTrouble: (message) => toast(message, { wrong: true }),
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    });
  }, [open, overlay, derived]);
  useEffect(() => () => ahead.stop(), [ahead]);
  // What stood in the document when the drag began.
  const began = useRef<{ readonly cell: CellId; readonly value: string } | null>(null);
  useEffect(() => {
    const written = (cell: CellId): string => JSON.stringify(valueIn(open.notebook.get().cells.find(({ id }) => id === cell)));
    const before = began.current;
    if (!preview) began.current = null;
    else if (before?.cell !== preview.cell) began.current = { cell: preview.cell, value: written(preview.cell) };
    const values = valuesHere(ui.get());
    if (values.size === 0) ahead.rest(before !== null && written(before.cell) !== before.value);
    else ahead.want({ values, cells: preview ? [preview.cell] : [...personal.keys()], passing: preview !== null });
  }, [ahead, open, ui, personal, preview]);
}
