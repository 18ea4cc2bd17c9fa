// Which files of data sets stand behind a cell of a notebook, as far as its specs say: a cell descends from the files that
// its spec names and from those of the cells that it reads. What was recorded with a result counts beside it.

import type { CellId } from "@genomecraft/cells/base/ids.ts";
import type { Json, JsonObject } from "@genomecraft/cells/base/json.ts";
import { isFileRef, type FileRef } from "@genomecraft/cells/base/refs.ts";
import type { GraphCell } from "@genomecraft/cells/notebook/notebook-graph.ts";

/** Specs that did not change keep their identity: a keystroke in one of a thousand cells walks one. */
const walked = new WeakMap<object, readonly FileRef[]>();

/** Files that a spec names, each digest once. */
export function filesInSpec(spec: JsonObject): readonly FileRef[] {
  const known = walked.get(spec);
  if (known) return known;
  const found = new Map<string, FileRef>();
  const walk = (value: Json): void => {
    if (isFileRef(value)) found.set(value.digest, value);
    else if (Array.isArray(value)) for (const item of value) walk(item as Json);
    else if (typeof value === "object" && value !== null) for (const item of Object.values(value as JsonObject)) walk(item);
  };
  walk(spec);
  const files = [...found.values()];
  walked.set(spec, files);
  return files;
}

/** Digests of all files above each cell, in the order of the graph (inputs before what reads them). */
export function sourcesByCell(graph: {
  readonly cells: ReadonlyMap<CellId, GraphCell>;
  readonly order: readonly CellId[];
}): ReadonlyMap<CellId, readonly string[]> {
  const found = new Map<CellId, readonly string[]>();
  for (const id of graph.order) {
    const cell = graph.cells.get(id);
    if (!cell) continue;
    const own = new Set(filesInSpec(cell.spec).map((file) => file.digest));
    for (const slot of cell.slots) for (const digest of found.get(slot.cell) ?? []) own.add(digest);
    found.set(id, [...own]);
  }
  return found;
}
