// Edits that the server has not answered: what stands on show beside them was made of other settings. Filled by whoever reads
// the document, emptied by what the feed tells.

import { canonicalJson } from "@genomecraft/cells/base/canonical-json.ts";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import type { JsonObject } from "@genomecraft/cells/base/json.ts";
import type { Notebook } from "@genomecraft/cells/notebook/notebook.ts";
import { newStore, type Store } from "../base/store.ts";

export interface Unanswered {
  readonly cells: Store<ReadonlySet<CellId>>;
  /** The document changed; a setting that is as it was answered is answered. */
  changed(before: Notebook, after: Notebook): void;
  /** The server told of these cells as they are now; null: of all. */
  answered(cells: Iterable<CellId> | null): void;
}

export function newUnanswered(): Unanswered {
  /** Of each cell its settings as they were answered last. */
  const settled = new Map<CellId, JsonObject>();
  const cells = newStore<ReadonlySet<CellId>>(new Set());
  const tell = (): void => {
    const known = cells.get();
    if (known.size !== settled.size || [...settled.keys()].some((id) => !known.has(id))) cells.set(new Set(settled.keys()));
  };
  return {
    cells,
    changed: (before, after) => {
      const specs = new Map(before.cells.map((cell) => [cell.id, cell.spec]));
      for (const { id, spec } of after.cells) {
        const old = settled.get(id) ?? specs.get(id);
        if (old === undefined || (old === spec && !settled.has(id))) continue;
        if (canonicalJson(old) === canonicalJson(spec)) settled.delete(id);
        else settled.set(id, old);
      }
      tell();
    },
    answered: (ids) => {
      if (ids === null) settled.clear();
      else for (const id of ids) settled.delete(id);
      tell();
    },
  };
}

/** Of the dependency graph: what computes a cell where, and what it reads. */
interface Reading {
  readonly cells: ReadonlyMap<
    CellId,
    { readonly kind: { readonly place: string } | null; readonly slots: readonly { readonly cell: CellId }[] }
  >;
}

/**
 * The cells whose results on show were made of other settings, each with the edited cell that is behind it: itself or one that
 * it reads. What is computed here at once follows its own edit, and waits only for what it reads.
 */
export function lateCells(graph: Reading, edited: ReadonlySet<CellId>): ReadonlyMap<CellId, CellId> {
  const late = new Map<CellId, CellId>();
  if (edited.size === 0) return late;
  const seen = new Map<CellId, { readonly edit: CellId | null; readonly late: CellId | null }>();
  const look = (id: CellId): { readonly edit: CellId | null; readonly late: CellId | null } => {
    const known = seen.get(id);
    if (known) return known;
    // A circle reads nothing.
    seen.set(id, { edit: null, late: null });
    const cell = graph.cells.get(id);
    const read = (cell?.slots ?? []).map((slot) => look(slot.cell));
    const edit = edited.has(id) ? id : (read.find((each) => each.edit)?.edit ?? null);
    const isHere = cell?.kind?.place === "inline";
    const found = { edit, late: isHere ? (read.find((each) => each.late)?.late ?? null) : edit };
    seen.set(id, found);
    if (found.late) late.set(id, found.late);
    return found;
  };
  for (const id of graph.cells.keys()) look(id);
  return late;
}
