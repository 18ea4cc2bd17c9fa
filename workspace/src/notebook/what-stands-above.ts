// What the place where a new cell goes has above it: decides which tasks are offered first and what their forms begin with.

import { artifactCardOf } from "@genomecraft/cells/artifacts/artifact-cards.ts";
import type { ArtifactType } from "@genomecraft/cells/artifacts/artifact.ts";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { isJsonObject } from "@genomecraft/cells/base/json.ts";
import { columnsAbove } from "@genomecraft/cells/contract/columns-above.ts";
import { type Above, hasComponents } from "@genomecraft/cells/contract/menu-entry.ts";
import { cardOf } from "@genomecraft/cells/kind-cards.ts";
import { isCellRef } from "@genomecraft/cells/base/refs.ts";
import type { Cell } from "@genomecraft/cells/notebook/notebook.ts";
import { mainPortOf, type ResultsNow } from "../live/outputs.ts";

/**
 * The nearest cell above whose result something can be made of; a note, control or chart gives way to what stands over it.
 * Where a gene was picked nearer than that, what it was picked from counts.
 */
export function whatStandsAbove(list: readonly Cell[], results: ResultsNow, after: CellId | null): Above | null {
  const end = after === null ? 0 : list.findIndex((cell) => cell.id === after) + 1;
  const over = list.slice(0, end).reverse();
  const origin = (cell: Cell | undefined): CellId | null => originOf(cell, list);
  // A gene is one of the matrix from which it was picked, and of what was made of that or before it; of another matrix it may
  // not be there, or be another one. The nearest one above; else any.
  const pickerFor = (source: Cell): Cell | undefined => {
    const ofIt = (cell: Cell): boolean => picksGene(cell) && origin(cell) === origin(source);
    return over.find(ofIt) ?? list.findLast(ofIt);
  };
  const sources = over
    .filter((cell) => cell.name !== "" && isMaterial(cell.kind))
    .flatMap((cell) => aboveOf(cell, results, pickerFor(cell)?.id ?? null, controlAt(over[0])) ?? []);
  const nearest = sources[0] ?? null;
  if (!nearest) return null;
  const picker = over.find(picksGene) ?? list.findLast(picksGene);
  const picked = picker && isJsonObject(picker.spec.from) ? picker.spec.from.ref : null;
  const matrix =
    sources.find((found) => found.type === "assay" && found.ref.ref === picked) ??
    sources.find((found) => found.type === "assay");
  const place = (id: CellId | undefined): number => over.findIndex((cell) => cell.id === id);
  // Scores are looked at where they were made: one goes on with what they were made of.
  if (matrix && nearest.type === "table" && hasComponents(nearest)) return { ...matrix, reduced: nearest };
  const table = sources.find((found) => found.type === "table" && !hasComponents(found)) ?? null;
  const isNearer = picker !== undefined && place(picker.id) >= 0 && place(picker.id) < place(nearest.ref.ref);
  return matrix && isNearer ? matrix : { ...nearest, matrix: matrix ?? null, table };
}

const picksGene = ({ spec }: Cell): boolean => isJsonObject(spec.control) && spec.control.type === "feature";

/** What a cell was made of in the end, along `from`. */
function originOf(cell: Cell | undefined, list: readonly Cell[]): CellId | null {
  const seen = new Set<CellId>();
  for (let at = cell; at && !seen.has(at.id); ) {
    seen.add(at.id);
    const { from } = at.spec;
    if (!isCellRef(from)) return at.id;
    const before = list.find(({ id }) => id === from.ref);
    if (!before) return from.ref;
    at = before;
  }
  return null;
}

/** The control that one stands at: what is offered there turns with it. */
const controlAt = (cell: Cell | undefined): CellId | null => (cell && cardOf(cell.kind)?.frame === "control" ? cell.id : null);

/** Whether something can be made of what a cell answers. */
const isMaterial = (kind: string): boolean =>
  [cardOf(kind)?.outputs[0]?.type ?? []].flat().some((type: ArtifactType) => artifactCardOf({ type }).isMaterial);

function aboveOf(cell: Cell, results: ResultsNow, gene: CellId | null, control: CellId | null): Above | null {
  const port = cardOf(cell.kind)?.outputs[0];
  if (!port) return null;
  const summary = results.of(cell.id)?.[mainPortOf(cell.kind)]?.summary ?? null;
  const type = summary?.type ?? (typeof port.type === "string" ? port.type : (port.type.at(-1) ?? "table"));
  return {
    ref: { ref: cell.id },
    name: cell.name,
    summary,
    type,
    ...columnsAbove(summary?.columns ?? []),
    gene: gene && { ref: gene },
    control: control && { ref: control },
  };
}
