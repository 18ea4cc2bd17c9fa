// A table of differences: a fold change, as a logarithm, and a p value. Drawn against each other they are a volcano plot; a p
// that was adjusted for the number of tests goes before one that was not.

import { foldChangeOf, isAdjustedP, isPlainP } from "../../artifacts/difference-columns.ts";
import { meaningOf, namesOfRows } from "../../artifacts/semantics.ts";
import type { Above } from "../../contract/menu-entry.ts";

export interface VolcanoColumns {
  readonly foldChange: string;
  readonly p: string;
}

export function volcanoColumns(above: Above | null): VolcanoColumns | null {
  if (above?.type !== "table") return null;
  const { numberColumns } = above;
  const x = foldChangeOf(numberColumns);
  const p = numberColumns.find(isAdjustedP) ?? numberColumns.find(isPlainP);
  return x !== undefined && p !== undefined ? { foldChange: x, p } : null;
}

/** Whether its rows, which are genes or the like, have names: these tell of nobody, and what a point is called is what one looks for. */
export function hasFeatureNames(above: Above | null): boolean {
  const named = namesOfRows(above?.summary?.columns ?? []);
  return named !== undefined && meaningOf(named.semantic).names !== "individuals";
}
