// Tests of the terms of a model (Fox, Applied Regression Analysis, 3rd edition 2016, section 8.2.5; R's car::Anova). Type II asks of each
// term beyond all others but those that contain it; type III beyond all others, those that contain it too, and is meant with sum
// contrasts: made here of any coding, since it is the same model in other coordinates.

import { chiSquared } from "../distributions/chi-squared.ts";
import { fisherF } from "../distributions/f.ts";
import type { ModelMatrix, Variable } from "../design/model-matrix.ts";
import type { Term } from "../design/terms.ts";
import { leastSquares } from "../least-squares.ts";
import { choleskyOf } from "../small-matrix.ts";
import { quadratic } from "./robust-variance.ts";

export interface TermTest {
  /** Place of the term. */
  readonly term: number;
  /** F of `df` and `residualDf`; chi-squared where that is infinite. */
  readonly statistic: number;
  readonly df: number;
  readonly residualDf: number;
  readonly p: number;
}

export type TypeOfTest = "II" | "III";

/** Places of columns of terms that contain this one. */
export function relativesOf(terms: readonly Term[], at: number): readonly number[] {
  const own = terms[at]?.variables ?? [];
  return terms.flatMap((term, place) =>
    place !== at && own.every((variable) => term.variables.includes(variable)) ? [place] : [],
  );
}

const columnsOf = (matrix: ModelMatrix, terms: readonly number[]): readonly number[] =>
  matrix.columns.flatMap(({ term }, at) => (terms.includes(term - 1) ? [at] : []));

/** The same model with sum contrasts: its columns, and by which rows its coefficients come of the others'. */
export function inSumContrasts(
  matrix: ModelMatrix,
  variables: readonly Variable[],
): { readonly columns: readonly Float64Array[]; readonly rows: readonly Float64Array[] } {
  // Of a factor that a term codes by contrasts level 0 has no column; with sums the last level is −1 in each.
  const isFull = (term: number, place: number): boolean =>
    matrix.columns.some(
      (column) => column.term === term && column.parts.some((part) => part.variable === place && part.level === 0),
    );
  const columns = matrix.columns.map(({ term, parts, values }) => {
    const factors = parts.map(({ variable: place, level }) => {
      const variable = variables[place] as Variable;
      if (variable.kind === "number") return (row: number) => variable.values[row] as number;
      if (isFull(term, place)) return (row: number) => Number(variable.codes[row] === level);
      const [own, last] = [(level as number) - 1, variable.levels.length - 1];
      return (row: number) => (variable.codes[row] === own ? 1 : variable.codes[row] === last ? -1 : 0);
    });
    return values.map((_, row) => factors.reduce((product, of) => product * of(row), 1));
  });
  const solve = leastSquares(columns);
  const width = columns.length;
  const rows = columns.map(() => new Float64Array(width));
  const into = new Float64Array(width);
  matrix.columns.forEach(({ values }, at) => {
    solve.coefficients(values, into).forEach((value, row) => {
      (rows[row] as Float64Array)[at] = value;
    });
  });
  return { columns, rows };
}

interface AskedTests {
  readonly terms: readonly Term[];
  readonly matrix: ModelMatrix;
  readonly variables: readonly Variable[];
  /** Of the coefficients, classical or robust. */
  readonly variance: Float64Array;
  readonly type: TypeOfTest;
}

/** Of each term the rows of weights whose being 0 the test asks: of type II what is its own beyond the terms that contain it. */
export function hypotheses({ terms, matrix, variables, variance, type }: AskedTests): readonly (readonly Float64Array[])[] {
  const width = matrix.columns.length;
  const sums = type === "III" ? inSumContrasts(matrix, variables) : null;
  const root = Float64Array.from(variance);
  const isWhole = isOfFullRank(root, width);
  // Rows of the root: their products are the covariances, so that parts along others are found by least squares.
  const rootOf = (at: number): Float64Array =>
    Float64Array.from({ length: width }, (_, place) => (place <= at ? (root[at * width + place] as number) : 0));
  return terms.map((_, term) => {
    const own = columnsOf(matrix, [term]);
    if (sums) return own.map((at) => sums.rows[at] as Float64Array);
    const above = columnsOf(matrix, relativesOf(terms, term));
    // What is a term's own beyond others is not known of errors that follow from each other.
    if (above.length > 0 && !isWhole) return own.map(() => new Float64Array(width).fill(Number.NaN));
    const solve = leastSquares(above.map(rootOf));
    const into = new Float64Array(above.length);
    return own.map((at) => {
      const row = Float64Array.from({ length: width }, (__, place) => Number(place === at));
      solve.coefficients(rootOf(at), into).forEach((by, place) => {
        row[above[place] as number] = -by;
      });
      return row;
    });
  });
}

/** By the covariance of the coefficients. `residualDf` Infinity: chi-squared. */
export const waldTests = (
  asked: AskedTests,
  { coefficients, residualDf }: { readonly coefficients: Float64Array; readonly residualDf: number },
): readonly TermTest[] =>
  hypotheses(asked).map((rows, term) => testOf(term, waldOf(rows, coefficients, asked.variance), rows.length, residualDf));

export function testOf(term: number, chi: number, df: number, residualDf: number): TermTest {
  const isF = Number.isFinite(residualDf);
  const statistic = isF ? chi / df : chi;
  const p = isF ? fisherF.upper(statistic, df, residualDf) : chiSquared.upper(statistic, df);
  return { term, statistic, df, residualDf, p };
}

/** Makes the root of covariances; whether none follows from the others but by rounding (as where clusters are fewer than coefficients). */
function isOfFullRank(covariance: Float64Array, size: number): boolean {
  const whole = Float64Array.from({ length: size }, (_, at) => covariance[at * size + at] as number);
  return (
    choleskyOf(covariance, size) && whole.every((value, at) => (covariance[at * size + at] as number) ** 2 > leastShare * value)
  );
}
/** Of a variance that its own part has to be: less is rounding. */
const leastShare = 1e-10;

/** (Lb)' (LVL')⁻¹ Lb; NaN where the weights, or the errors, follow from each other. */
export function waldOf(weights: readonly Float64Array[], coefficients: Float64Array, variance: Float64Array): number {
  const size = weights.length;
  if (size === 0) return 0;
  const root = new Float64Array(size * size);
  weights.forEach((one, row) => {
    weights.forEach((other, column) => {
      root[row * size + column] = quadratic(one, variance, other);
    });
  });
  if (!isOfFullRank(root, size)) return Number.NaN;
  let sum = 0;
  const solved = new Float64Array(size);
  weights.forEach((one, row) => {
    let rest = one.reduce((total, by, at) => total + by * (coefficients[at] as number), 0);
    for (let before = 0; before < row; before++) rest -= (root[row * size + before] as number) * (solved[before] as number);
    solved[row] = rest / (root[row * size + row] as number);
    sum += (solved[row] as number) ** 2;
  });
  return sum;
}

/** The columns of the two models whose likelihoods type II or III compares, of each term. */
export function modelsCompared(
  terms: readonly Term[],
  { matrix, variables }: Pick<AskedTests, "matrix" | "variables">,
  type: TypeOfTest,
): readonly { readonly full: readonly Float64Array[]; readonly without: readonly Float64Array[]; readonly df: number }[] {
  const values = matrix.columns.map((column) => column.values);
  const sums = type === "III" ? inSumContrasts(matrix, variables).columns : values;
  return terms.map((_, term) => {
    const own = columnsOf(matrix, [term]);
    const above = type === "III" ? [] : columnsOf(matrix, relativesOf(terms, term));
    const full = sums.filter((_column, at) => !above.includes(at));
    return { full, without: sums.filter((_column, at) => !above.includes(at) && !own.includes(at)), df: own.length };
  });
}
