// Which cells a cell is made of, all the way up.

import type { CellId } from "../base/ids.ts";
import type { CellBehind } from "../contract/kind.ts";
import type { GraphCell } from "./notebook-graph.ts";

/** What is asked of a graph here. */
interface ReadBy {
  readonly cells: ReadonlyMap<CellId, GraphCell>;
}

/** Cells that these need, themselves included. */
export function cellsBehind(graph: ReadBy, cells: readonly CellId[]): ReadonlySet<CellId> {
  const found = new Set<CellId>();
  const visit = (id: CellId): void => {
    if (found.has(id)) return;
    found.add(id);
    for (const slot of graph.cells.get(id)?.slots ?? []) visit(slot.cell);
  };
  for (const id of cells) visit(id);
  return found;
}

/** Those that it is made of, without itself, as its kind is told of them. */
export const behindCell = (graph: ReadBy, id: CellId): readonly CellBehind[] =>
  [...cellsBehind(graph, [id])].flatMap((other) => {
    const found = other === id ? undefined : graph.cells.get(other);
    return found ? [{ id: other, name: found.cell.name, spec: found.spec }] : [];
  });
