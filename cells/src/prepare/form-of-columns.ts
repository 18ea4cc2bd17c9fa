// What is told of columns by their form: which are names, which numbers, which fall into few groups.

import { identifies, meaningOf } from "../artifacts/semantics.ts";
import type { FormColumn } from "./proposal.ts";

export const isNumber = ({ type }: FormColumn): boolean => type === "float64" || type === "int32";

/** Rows are called or told apart by it: it is neither filled nor learned from. */
export function isName(column: FormColumn): boolean {
  const { names, category } = meaningOf(column.semantic);
  return names !== undefined || category === "sensitive" || identifies(column);
}

/** What came of it: a time until an event, a response. Filled it would be made up. */
export const isOutcome = ({ semantic, category }: FormColumn): boolean =>
  (category ?? meaningOf(semantic).category) === "outcome";

const noFeatures: ReadonlySet<string> = new Set(["split", "made", "outlier", "date", "sequence", "cigar", "text"]);
/** What a model may learn of. */
export const isFeature = (column: FormColumn): boolean => !isName(column) && !noFeatures.has(column.semantic ?? "");

const mostClasses = 20;
/** Whole numbers of so few values are codes of classes. */
const mostCodes = 10;

export function hasClasses({ type, levels }: FormColumn): boolean {
  if (type === "boolean") return true;
  return levels !== undefined && levels.length >= 2 && levels.length <= (type === "text" ? mostClasses : mostCodes);
}
