// In which order cells are looked at for one picture of the whole notebook: what its people put on the dashboard comes
// first, the largest tile before all, then what stands last, since results stand below what they are made of.

import type { CellId } from "../base/ids.ts";
import type { Notebook } from "./notebook.ts";

export function tilesFirst(notebook: Notebook): readonly CellId[] {
  const cells = notebook.cells.filter((cell) => cell.deletedAt === null).map((cell) => cell.id);
  const tiles = [...notebook.layout.tiles].sort((a, b) => b.w * b.h - a.w * a.h).map((tile) => tile.cell);
  return [...new Set([...tiles.filter((cell) => cells.includes(cell)), ...cells.reverse()])];
}
