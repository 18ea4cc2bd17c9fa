// The way to a cell: a digest of its spec and of all specs above it. What somebody agreed to see or to let out is bound to
// it beside the key: a key alone stays the same where a change above made no difference, and that would tell.

import { digestOfJson } from "../base/digest.ts";
import type { CellId, Digest } from "../base/ids.ts";
import type { Json } from "../base/json.ts";
import type { NotebookGraph } from "../notebook/notebook-graph.ts";

export function waysInGraph(graph: NotebookGraph): ReadonlyMap<CellId, Digest> {
  const found = new Map<CellId, Digest>();
  for (const id of graph.order) {
    const cell = graph.cells.get(id);
    if (!cell) continue;
    const slots = cell.slots.map(({ name, port, cell: from }): Json => [name, port, found.get(from) ?? null]);
    found.set(id, digestOfJson({ kind: cell.cell.kind, spec: cell.spec, slots }));
  }
  return found;
}
