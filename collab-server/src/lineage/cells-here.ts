// Which cell of this notebook a recorded result is of. An equal result may have been made in another notebook, under the
// name of a cell that is none here: what is on show here by that key is what it is called.

import type { Executor } from "@genomecraft/storage/database.ts";
import type { Cell } from "@genomecraft/cells/notebook/notebook.ts";
import { shownInNotebook } from "@genomecraft/storage/queries/shown.ts";
import type { ShownResult } from "@genomecraft/cells/session/cell-status.ts";
import type { TracedResult } from "./trace-result.ts";

export interface CellsHere {
  /** Null: no cell of this notebook. */
  cellOf(result: TracedResult["result"]): string | null;
  /** "" where it has none, or is no cell of this notebook. */
  nameOf(result: TracedResult["result"]): string;
}

export async function cellsHere(
  executor: Executor,
  notebook: string,
  cells: readonly Pick<Cell, "id" | "name" | "deletedAt">[],
  /** The cell that was asked for: of several that show the same it is the one that is meant. */
  asked: string,
): Promise<CellsHere> {
  const names = new Map(cells.filter((cell) => cell.deletedAt === null).map((cell) => [cell.id as string, cell.name]));
  const byKey = new Map<string, string>();
  let askedKey: string | null = null;
  for (const [cell, { shown }] of await shownInNotebook(executor, notebook))
    if (names.has(cell)) {
      const { key } = shown as ShownResult;
      byKey.set(key, cell);
      if (cell === asked) askedKey = key;
    }
  const isOfHere = (result: TracedResult["result"]): boolean => result.notebook === notebook;
  const cellOf: CellsHere["cellOf"] = (result) => {
    if (result.key === askedKey) return asked;
    if (isOfHere(result) && names.has(result.cell)) return result.cell;
    return byKey.get(result.key) ?? (isOfHere(result) ? result.cell : null);
  };
  return {
    cellOf,
    nameOf: (result) => names.get(cellOf(result) ?? "") ?? (isOfHere(result) ? result.cellName : ""),
  };
}
