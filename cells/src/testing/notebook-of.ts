// Cells and notebooks of real kinds, in a line each: what a spec leaves out is as in a new cell.

import type { CellId } from "../base/ids.ts";
import type { JsonObject } from "../base/json.ts";
import { kinds } from "../kinds.ts";
import { emptyNotebook } from "../notebook/apply-operation.ts";
import type { Cell, Notebook } from "../notebook/notebook.ts";
import { keysBetween } from "../notebook/order-key.ts";

export const idOf = (name: string): CellId => `cell_${name}` as CellId;

export function cellOf(name: string, kind: keyof typeof kinds, spec: JsonObject = {}, more: Partial<Cell> = {}): Cell {
  const { empty, specVersion } = kinds[kind];
  const whole = { ...(empty as JsonObject), ...spec };
  return { id: idOf(name), kind, name, aliases: [], spec: whole, specVersion, mode: "auto", order: "", deletedAt: null, ...more };
}

/** In that order on the page. */
export function notebookOf(...cells: Cell[]): Notebook {
  const orders = keysBetween(null, null, cells.length);
  return { ...emptyNotebook, cells: cells.map((cell, at) => ({ ...cell, order: orders[at] as string })) };
}
