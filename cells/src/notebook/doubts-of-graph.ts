// What is doubtful about a cell by the cells before it: told from the notebook, since neither its data nor its result show it.
// A doubt of a model stands with what reads it, too: predictions by it, charts of its validation. Notes and parameters stay
// as they are; what they quote leads to its cell.

import { canonicalJson } from "../base/canonical-json.ts";
import type { CellId } from "../base/ids.ts";
import type { CellBehind } from "../contract/kind.ts";
import type { Sentence } from "../messages/sentence.ts";
import { behindCell } from "./cells-behind.ts";
import type { DependencyGraph } from "./dependency-graph.ts";

export function doubtsOfGraph(graph: DependencyGraph, id: CellId): readonly Sentence[] {
  const cell = graph.cells.get(id);
  if (!cell || cell.problem || cell.missing !== null) return [];
  const read = cell.kind?.place === "inline" ? [] : cell.slots.map((slot) => slot.cell);
  const all = [id, ...read].flatMap((each) => ownDoubts(graph, each));
  return [...new Map(all.map((doubt) => [canonicalJson({ ...doubt }), doubt])).values()];
}

function ownDoubts(graph: DependencyGraph, id: CellId): readonly Sentence[] {
  const cell = graph.cells.get(id);
  if (!cell?.kind?.doubts || cell.problem || cell.missing !== null) return [];
  return cell.kind.doubts(cell.spec, behindCell(graph, id), besideCell(graph, id));
}

/** Cells of its kind that read a cell which it reads, itself among them. */
function besideCell(graph: DependencyGraph, id: CellId): readonly CellBehind[] {
  const own = graph.cells.get(id);
  const readers = new Set((own?.slots ?? []).flatMap(({ cell }) => graph.dependents.get(cell) ?? []));
  return [...readers].flatMap((other) => {
    const found = graph.cells.get(other);
    const isAlike = found && !found.problem && found.missing === null && found.cell.kind === own?.cell.kind;
    return isAlike ? [{ id: other, name: found.cell.name, spec: found.spec }] : [];
  });
}
