// What is doubtful about a cell by the cells before it: told from the notebook, since neither its data nor its result show it.

import type { CellId } from "../base/ids.ts";
import type { Sentence } from "../messages/sentence.ts";
import { cellsBehind } from "./cells-behind.ts";
import type { DependencyGraph } from "./dependency-graph.ts";

export function doubtsOfGraph(graph: DependencyGraph, id: CellId): readonly Sentence[] {
  const cell = graph.cells.get(id);
  if (!cell?.kind?.doubts || cell.problem || cell.missing !== null) return [];
  const behind = [...cellsBehind(graph, [id])].flatMap((other) => {
    const found = other === id ? undefined : graph.cells.get(other);
    return found ? [{ name: found.cell.name, spec: found.spec }] : [];
  });
  return cell.kind.doubts(cell.spec, behind);
}
