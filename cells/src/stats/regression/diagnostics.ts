// What a fit says of single rows and of its own assumptions: standardised residuals, Cook's distance (Technometrics 19:15-18, 1977),
// Koenker's form of the test of Breusch and Pagan (Journal of Econometrics 17:107-112, 1981), and generalised variance inflation (Fox &
// Monette, Journal of the American Statistical Association 87:178-183, 1992; R's car::vif).

import { chiSquared } from "../distributions/chi-squared.ts";
import type { ModelMatrix } from "../design/model-matrix.ts";
import { directionsOf } from "../design-rank.ts";
import { choleskyOf, logDeterminantOfRoot } from "../small-matrix.ts";
import type { GlmFit } from "./fit-glm.ts";
import { predicted, weightedFit } from "./weighted-fit.ts";

/** Pearson residuals over their own deviations, and how far coefficients move without the row. */
export function influenceOf(
  fit: Pick<GlmFit, "weights" | "working" | "leverages" | "dispersion">,
  width: number,
): { readonly standardised: Float64Array; readonly cooks: Float64Array } {
  const standardised = fit.working.map((value, row) => {
    const pearson = value * Math.sqrt(fit.weights[row] as number);
    return pearson / Math.sqrt(fit.dispersion * (1 - (fit.leverages[row] as number)));
  });
  const cooks = standardised.map((value, row) => {
    const leverage = fit.leverages[row] as number;
    return (value * value * leverage) / ((1 - leverage) * width);
  });
  return { standardised, cooks };
}

export interface SpreadTest {
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
}

/** Whether squared residuals go with the columns: n R² of their regression. Null: there is nothing to go with. */
export function breuschPagan(columns: readonly Float64Array[], residuals: Float64Array): SpreadTest | null {
  const n = residuals.length;
  const squares = residuals.map((value) => value * value);
  const fit = weightedFit(columns, squares, null);
  const df = columns.length - 1;
  if (!fit || df < 1) return null;
  const there = predicted(columns, fit.coefficients);
  const mean = squares.reduce((sum, value) => sum + value, 0) / n;
  const [explained, whole] = squares.reduce<readonly [number, number]>(
    ([a, b], value, row) => [a + ((there[row] as number) - mean) ** 2, b + (value - mean) ** 2],
    [0, 0],
  );
  if (whole === 0) return null;
  const statistic = (n * explained) / whole;
  return { statistic, df, p: chiSquared.upper(statistic, df) };
}

export interface Inflation {
  readonly term: number;
  /** GVIF, its columns, and GVIF^(1 / (2 df)): by how much the error of a coefficient grows. */
  readonly factor: number;
  readonly df: number;
  readonly ofError: number;
}

/** Of each term beside the others; empty where there are fewer than two. By the correlations of the coefficients, as car has it. */
export function inflations(matrix: ModelMatrix, variance: Float64Array): readonly Inflation[] {
  const width = matrix.columns.length;
  const places = matrix.columns.flatMap(({ term }, at) => (term === 0 ? [] : [at]));
  const terms = [...new Set(places.map((at) => matrix.columns[at]?.term ?? 0))];
  if (terms.length < 2) return [];
  const correlation = (one: number, other: number): number =>
    (variance[one * width + other] as number) /
    Math.sqrt((variance[one * width + one] as number) * (variance[other * width + other] as number));
  const logDeterminant = (of: readonly number[]): number => {
    const root = Float64Array.from({ length: of.length ** 2 }, (_, at) =>
      correlation(of[Math.floor(at / of.length)] as number, of[at % of.length] as number),
    );
    return choleskyOf(root, of.length) ? logDeterminantOfRoot(root, of.length) : Number.NEGATIVE_INFINITY;
  };
  const all = logDeterminant(places);
  return terms.map((term) => {
    const own = places.filter((at) => matrix.columns[at]?.term === term);
    const others = places.filter((at) => matrix.columns[at]?.term !== term);
    const factor = Math.exp(logDeterminant(own) + logDeterminant(others) - all);
    return { term: term - 1, factor, df: own.length, ofError: factor ** (1 / (2 * own.length)) };
  });
}

/** What the columns explain of the outcome's spread around its mean (without an intercept around 0), as R's summary.lm. */
export function explained(columns: readonly Float64Array[], outcome: Float64Array, rest: number, intercept: boolean) {
  const n = outcome.length;
  const mean = intercept ? outcome.reduce((sum, value) => sum + value, 0) / n : 0;
  const whole = outcome.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const rank = directionsOf(columns).basis.length;
  const [df, residualDf] = [rank - Number(intercept), n - rank];
  const squared = 1 - rest / whole;
  const f = (whole - rest) / df / (rest / residualDf);
  return { squared, adjusted: 1 - ((1 - squared) * (n - Number(intercept))) / residualDf, f, df, residualDf };
}
