// The functions of formulas: a closed table. A name that is not in it does not exist, whatever the program around it
// offers. Each says what it takes, what it answers, and computes whole columns.

import { choices } from "./choices.ts";
import { comparisons } from "./comparisons.ts";
import type { FormulaFunction } from "./formula-function.ts";
import { arithmetic, numberFunctions } from "./number-functions.ts";
import { textFunctions } from "./text-functions.ts";

const table: { readonly [name: string]: FormulaFunction } = {
  ...arithmetic,
  ...comparisons,
  ...numberFunctions,
  ...choices,
  ...textFunctions,
};

/** The function of that name, or null; names of every object's own machinery are none of ours. */
export const formulaFunction = (name: string): FormulaFunction | null =>
  Object.hasOwn(table, name) ? (table[name] ?? null) : null;

/** Names that a person may type, for type-ahead and "near". */
export const functionNames: readonly string[] = Object.keys(table).filter(
  (name) => /^[a-z]/.test(name) && !["and", "or", "not", "in", "negate"].includes(name),
);
