// How many rows stand behind each coefficient: the fewest by which it may be read off. Of a group its rows and those of the reference,
// of crossed groups those of each cell it is made of, of a number the rows that differ from the commonest value, and one where the
// coefficient follows a single row.

import type { ModelColumn } from "../../stats/design/model-matrix.ts";
import { weightedFit } from "../../stats/regression/weighted-fit.ts";
import type { Model } from "./execute-model.ts";

/** A row that decides its own fitted value. */
const wholly = 1 - 1e-6;

export function rowsBehind({ formula, matrix, variables, columns }: Model): readonly number[] {
  const isFactor = (place: number): boolean => variables[place]?.kind === "factor";
  const crossings = formula.terms
    .map(({ variables: places }) => places.filter(isFactor))
    .filter((places) => places.length > 1)
    .map((places) => ({ places, counts: cellsOf(places, variables, matrix.rowCount) }));
  const alone = rowsAlone(columns);
  return matrix.columns.map(({ parts, values }, at) => {
    const sizes = [matrix.rowCount, apartFromCommonest(values)];
    const factors = parts.filter(({ level }) => level !== null);
    const [only] = factors;
    const variable = only && factors.length === 1 ? variables[only.variable] : undefined;
    if (only && variable?.kind === "factor") sizes.push(countOf(variable.codes, 0), countOf(variable.codes, only.level ?? 0));
    for (const { places, counts } of crossings)
      if (factors.every((part) => places.includes(part.variable)))
        for (const cell of cellsBehind(places, factors)) sizes.push(counts.get(cell) ?? 0);
    if (alone.some((row) => values[row] !== 0 && (parts.length > 0 || isInterceptAlone(columns, at, row)))) sizes.push(1);
    return Math.min(...sizes.filter((size) => size > 0));
  });
}

type Variables = Model["variables"];

function cellsOf(places: readonly number[], variables: Variables, rows: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let row = 0; row < rows; row++) {
    const cell = places.map((place) => codeAt(variables, place, row)).join();
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  return counts;
}
function codeAt(variables: Variables, place: number, row: number): number {
  const variable = variables[place];
  return variable?.kind === "factor" ? (variable.codes[row] as number) : 0;
}

/** Of each crossed factor its own group and the reference: the cells whose means make the coefficient. */
const cellsBehind = (places: readonly number[], factors: ModelColumn["parts"]): readonly string[] =>
  places
    .reduce<readonly (readonly number[])[]>(
      (cells, place) => {
        const own = factors.find(({ variable }) => variable === place)?.level ?? 0;
        return [...new Set([0, own])].flatMap((level) => cells.map((cell) => [...cell, level]));
      },
      [[]],
    )
    .map((cell) => cell.join());

function countOf(codes: ArrayLike<number>, level: number): number {
  let count = 0;
  for (let row = 0; row < codes.length; row++) count += Number(codes[row] === level);
  return count;
}

/** Where all values differ there is no commonest. */
function apartFromCommonest(values: Float64Array): number {
  const counts = new Map<number, number>();
  let most = 0;
  for (const value of values) {
    const count = (counts.get(value) ?? 0) + 1;
    counts.set(value, count);
    most = Math.max(most, count);
  }
  return most === 1 ? values.length : values.length - most;
}

function rowsAlone(columns: readonly Float64Array[]): readonly number[] {
  const rows = columns[0]?.length ?? 0;
  const leverages = weightedFit(columns, new Float64Array(rows), null)?.leverages ?? [];
  return [...leverages.keys()].filter((row) => (leverages[row] as number) > wholly);
}

/** No other column holds anything in the row: it is the intercept. */
const isInterceptAlone = (columns: readonly Float64Array[], at: number, row: number): boolean =>
  columns.every((column, place) => place === at || column[row] === 0);
