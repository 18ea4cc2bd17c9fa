// Personal parameter values: the notebook as it would be if these parameters had these values. Its keys are ordinary keys,
// so a value that somebody tried before is there at once.

import type { CellId } from "../base/ids.ts";
import type { Json } from "../base/json.ts";
import { cardOf } from "../kind-cards.ts";
import type { Notebook } from "../notebook/notebook.ts";

/** Overrides of cells that are no controls are ignored. */
export function overrideNotebook(notebook: Notebook, overrides: { readonly [cell: string]: Json }): Notebook {
  return {
    ...notebook,
    cells: notebook.cells.map((cell) => {
      const field = cardOf(cell.kind)?.control?.value;
      return field !== undefined && Object.hasOwn(overrides, cell.id)
        ? { ...cell, spec: { ...cell.spec, [field]: overrides[cell.id as CellId] as Json } }
        : cell;
    }),
  };
}
