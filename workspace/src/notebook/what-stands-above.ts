// What the place where a new cell goes has above it: decides which tasks are offered first and what their forms begin with.

import { artifactCardOf } from "@genomecraft/cells/artifacts/artifact-cards.ts";
import type { ArtifactType } from "@genomecraft/cells/artifacts/artifact.ts";
import { meaningOf } from "@genomecraft/cells/artifacts/semantics.ts";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { isJsonObject } from "@genomecraft/cells/base/json.ts";
import { type Above, hasComponents } from "@genomecraft/cells/contract/menu-entry.ts";
import { cardOf } from "@genomecraft/cells/kind-cards.ts";
import type { CellRef } from "@genomecraft/cells/base/refs.ts";
import type { Cell } from "@genomecraft/cells/notebook/notebook.ts";
import { mainPortOf, type ResultsNow } from "../live/outputs.ts";

/**
 * The nearest cell above whose result something can be made of; a note, control or chart gives way to what stands over it.
 * Where a gene was picked nearer than that, what it was picked from counts.
 */
export function whatStandsAbove(list: readonly Cell[], results: ResultsNow, after: CellId | null): Above | null {
  const end = after === null ? 0 : list.findIndex((cell) => cell.id === after) + 1;
  const over = list.slice(0, end).reverse();
  // The nearest one above; else any.
  const picker = over.find(picksGene) ?? list.findLast(picksGene);
  const gene: CellRef | null = picker ? { ref: picker.id } : null;
  const sources = over
    .filter((cell) => cell.name !== "" && isMaterial(cell.kind))
    .flatMap((cell) => aboveOf(cell, results, gene) ?? []);
  const nearest = sources[0] ?? null;
  if (!nearest) return null;
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

/** Whether something can be made of what a cell answers. */
const isMaterial = (kind: string): boolean =>
  [cardOf(kind)?.outputs[0]?.type ?? []].flat().some((type: ArtifactType) => artifactCardOf({ type }).isMaterial);

function aboveOf(cell: Cell, results: ResultsNow, gene: CellRef | null): Above | null {
  const port = cardOf(cell.kind)?.outputs[0];
  if (!port) return null;
  const summary = results.of(cell.id)?.[mainPortOf(cell.kind)]?.summary ?? null;
  const type = summary?.type ?? (typeof port.type === "string" ? port.type : (port.type.at(-1) ?? "table"));
  const columns = summary?.columns ?? [];
  const score = (name: string): number =>
    /^(sex|treatment|condition|group|infection|diagnosis|type|time|lab)$/i.test(name) ? 0 : 1;
  return {
    ref: { ref: cell.id },
    name: cell.name,
    summary,
    type,
    groupColumns: columns
      .filter(
        (column) =>
          column.semantic === "category" ||
          column.semantic === "lab" ||
          (column.type === "text" && meaningOf(column.semantic).groups) ||
          column.type === "boolean",
      )
      .map((column) => column.name)
      .sort((a, b) => score(a) - score(b)),
    numberColumns: columns
      .filter((column) => column.type === "float64" || column.type === "int32")
      .map((column) => column.name)
      .sort((a, b) => Number(isComponent(b)) - Number(isComponent(a))),
    gene,
  };
}

/** PC1, PC2: what a reduction was asked for goes before columns of the samples such as a number of the mouse. */
const isComponent = (name: string): boolean => /^(PC|UMAP|tSNE)_?\d+$/i.test(name);
