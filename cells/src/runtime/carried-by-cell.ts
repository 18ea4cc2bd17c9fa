// Whom the rows of each output of a notebook stand for, by the specs of the graph (contract/carried.ts).

import type { CellId } from "../base/ids.ts";
import { type Carried, closed, together } from "../contract/carried.ts";
import type { NotebookGraph } from "../notebook/notebook-graph.ts";

export type CarriedBy = (cell: CellId, port: string) => Carried;

/** What is not in the graph, and what its kind does not tell, is closed. */
export function carriedByCell(graph: NotebookGraph): CarriedBy {
  const found = new Map<CellId, (port: string) => Carried>();
  const carriedBy: CarriedBy = (cell, port) => found.get(cell)?.(port) ?? closed;
  for (const id of graph.order) {
    const cell = graph.cells.get(id);
    if (!cell?.kind?.carries || cell.problem) continue;
    const { kind, spec, slots } = cell;
    const read = together(slots.map((slot) => carriedBy(slot.cell, slot.port)));
    found.set(id, (port) => kind.carries?.(spec, read, port) ?? closed);
  }
  return carriedBy;
}
