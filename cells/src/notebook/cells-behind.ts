// Which cells a cell is made of, all the way up.

import type { CellId } from "../base/ids.ts";
import type { DependencyGraph } from "./dependency-graph.ts";

/** Cells that these need, themselves included. */
export function cellsBehind(graph: DependencyGraph, cells: readonly CellId[]): ReadonlySet<CellId> {
  const found = new Set<CellId>();
  const visit = (id: CellId): void => {
    if (found.has(id)) return;
    found.add(id);
    for (const slot of graph.cells.get(id)?.slots ?? []) visit(slot.cell);
  };
  for (const id of cells) visit(id);
  return found;
}
