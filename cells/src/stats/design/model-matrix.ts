// The model matrix of a formula, as R's model.matrix makes it with treatment contrasts: order of columns, their names, and which
// dummies a term gets (ModelFrame and modelmatrix in R's model.c; Chambers & Hastie 1992, page 38).

import type { Formula } from "./formula.ts";
import { quoted } from "./terms.ts";

/** A column of the sample sheet as it goes into a model. */
export type Variable = NumberVariable | FactorVariable;
export interface NumberVariable {
  readonly kind: "number";
  /** NaN is missing. */
  readonly values: ArrayLike<number>;
}
export interface FactorVariable {
  readonly kind: "factor";
  /** In their order: the first is what the others are compared with. */
  readonly levels: readonly string[];
  /** Place of each row's level; -1 is missing. */
  readonly codes: ArrayLike<number>;
}

export interface ModelMatrix {
  readonly rowCount: number;
  readonly columns: readonly ModelColumn[];
}
export interface ModelColumn {
  /** As R calls it: "(Intercept)", "conditionB:time2". */
  readonly name: string;
  /** R's `assign`: 0 is the intercept, else the place of its term from 1. */
  readonly term: number;
  /** What it is the product of: a column of the sheet by its place in the formula, of a factor the level. */
  readonly parts: readonly { readonly variable: number; readonly level: number | null }[];
  readonly values: Float64Array;
}

/** Rows in which no column of the formula is missing, and how many each column lacks. */
export function completeRows(variables: readonly Variable[], rowCount: number): { rows: Int32Array; missing: readonly number[] } {
  const missing = variables.map(() => 0);
  const rows: number[] = [];
  for (let row = 0; row < rowCount; row++) {
    let isWhole = true;
    variables.forEach((variable, at) => {
      if (!isMissing(variable, row)) return;
      missing[at] = (missing[at] as number) + 1;
      isWhole = false;
    });
    if (isWhole) rows.push(row);
  }
  return { rows: Int32Array.from(rows), missing };
}
const isMissing = (variable: Variable, row: number): boolean =>
  variable.kind === "number" ? Number.isNaN(variable.values[row]) : (variable.codes[row] as number) < 0;

export const takeVariableRows = (variable: Variable, rows: Int32Array): Variable =>
  variable.kind === "number"
    ? { kind: "number", values: Float64Array.from(rows, (row) => variable.values[row] as number) }
    : { ...variable, codes: Int32Array.from(rows, (row) => variable.codes[row] as number) };

/** How many columns it has, before it is made. */
export function widthOf(formula: Formula, variables: readonly Variable[]): number {
  const coding = codingOf(formula, variables);
  const wide = formula.terms.map(({ variables: places }, term) =>
    places.reduce((product, place, at) => product * levelsCoded(variables[place], coding[term]?.[at] === "full").length, 1),
  );
  return wide.reduce((sum, each) => sum + each, Number(formula.intercept));
}

/** No row may be missing (completeRows) and every factor has two levels at least, as in R. */
export function modelMatrix(formula: Formula, variables: readonly Variable[], rowCount: number): ModelMatrix {
  const columns: ModelColumn[] = formula.intercept
    ? [{ name: "(Intercept)", term: 0, parts: [], values: new Float64Array(rowCount).fill(1) }]
    : [];
  const coding = codingOf(formula, variables);
  formula.terms.forEach(({ variables: places }, term) => {
    let products: readonly ModelColumn[] = [{ name: "", term: term + 1, parts: [], values: new Float64Array(rowCount).fill(1) }];
    // The first column of the term changes fastest.
    places.forEach((place, at) => {
      const variable = variables[place] as Variable;
      const levels = levelsCoded(variable, coding[term]?.[at] === "full");
      const name = quoted(formula.variables[place] ?? "");
      const before = products;
      products = levels.flatMap((level) => before.map((product) => times(product, { place, name, variable, level })));
    });
    columns.push(...products);
  });
  return { rowCount, columns };
}

/** Without an intercept the first factor of the first term that has one keeps all of its levels. */
function codingOf(formula: Formula, variables: readonly Variable[]): readonly (readonly ("contrasts" | "full")[])[] {
  const coding = formula.terms.map((term) => [...term.coding]);
  if (formula.intercept) return coding;
  for (const [at, { variables: places }] of formula.terms.entries()) {
    const first = places.findIndex((place) => variables[place]?.kind === "factor");
    if (first < 0) continue;
    (coding[at] as ("contrasts" | "full")[])[first] = "full";
    break;
  }
  return coding;
}

/** Null stands for the number itself. */
function levelsCoded(variable: Variable | undefined, isFull: boolean): readonly (number | null)[] {
  if (variable?.kind !== "factor") return [null];
  return [...variable.levels.keys()].slice(isFull ? 0 : 1);
}

interface Factor {
  readonly place: number;
  readonly name: string;
  readonly variable: Variable;
  readonly level: number | null;
}
function times(product: ModelColumn, { place, name, variable, level }: Factor): ModelColumn {
  const own = variable.kind === "factor" ? `${name}${variable.levels[level ?? 0] ?? ""}` : name;
  const values = product.values.map((value, row) => {
    if (variable.kind === "number") return value * (variable.values[row] as number);
    return variable.codes[row] === level ? value : 0;
  });
  return {
    name: product.parts.length === 0 ? own : `${product.name}:${own}`,
    term: product.term,
    parts: [...product.parts, { variable: place, level: variable.kind === "factor" ? level : null }],
    values,
  };
}
