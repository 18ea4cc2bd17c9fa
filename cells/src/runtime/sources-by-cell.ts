// Which files of data sets stand behind a cell of a notebook, as far as its specs say: a cell descends from the files that
// its spec names and from those of the cells that it reads. What was recorded with a result counts beside it.

import type { CellId } from "../base/ids.ts";
import type { GraphCell } from "../notebook/notebook-graph.ts";
import type { Sources } from "../base/sources.ts";
import { sourcesBehind } from "./spec-sources.ts";

/** Digests of all files above each cell, in the order of the graph (inputs before what reads them). */
export function sourcesByCell(graph: {
  readonly cells: ReadonlyMap<CellId, GraphCell>;
  readonly order: readonly CellId[];
}): ReadonlyMap<CellId, Sources> {
  const found = new Map<CellId, Sources>();
  for (const id of graph.order) {
    const cell = graph.cells.get(id);
    if (!cell) continue;
    found.set(
      id,
      sourcesBehind(
        cell.spec,
        cell.slots.map((slot) => found.get(slot.cell) ?? []),
      ),
    );
  }
  return found;
}
