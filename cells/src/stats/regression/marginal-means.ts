// What a model expects of each group when all else is alike (estimated marginal means: Searle, Speed & Milliken, The American
// Statistician 34:216-221, 1980; R's emmeans), and the differences between groups with p values that take all of them together: Tukey's
// (exact where groups are of one size, Kramer's else), Dunnett's of all against one (Journal of the American Statistical Association
// 50:1096-1121, 1955; by the correlations of these differences, as multcomp and emmeans' "mvt"), Holm's, or none.

import { adjustedP } from "../adjusted-p.ts";
import { reachOf, twoSidedP } from "./fit-glm.ts";
import { quadratic } from "./robust-variance.ts";
import { type LargestT, largestT } from "../distributions/largest-t.ts";
import { rangeQuantile, rangeUpper } from "../distributions/studentized-range.ts";

export interface Estimate {
  readonly estimate: number;
  readonly error: number;
  readonly df: number;
  readonly low: number;
  readonly high: number;
}
export interface Difference extends Estimate {
  readonly one: number;
  readonly other: number;
  readonly statistic: number;
  /** Of this difference alone, and beside the others. */
  readonly p: number;
  readonly adjusted: number;
}

interface Known {
  readonly coefficients: Float64Array;
  readonly variance: Float64Array;
  /** Of a row of weights; Infinity: normal. */
  readonly freedomOf: (weights: Float64Array) => number;
  readonly level: number;
}

export function estimateOf(weights: Float64Array, { coefficients, variance, freedomOf, level }: Known, reach?: number): Estimate {
  const estimate = weights.reduce((sum, by, at) => sum + by * (coefficients[at] as number), 0);
  const error = Math.sqrt(Math.max(0, quadratic(weights, variance)));
  const df = freedomOf(weights);
  const by = (reach ?? reachOf(level, df)) * error;
  return { estimate, error, df, low: estimate - by, high: estimate + by };
}

export type AdjustPairs = "tukey" | "dunnett" | "holm" | "none";

/** Each row against each before it: "a − b" for a before b; or of all against the first. Intervals of Holm are Bonferroni's, as emmeans'. */
export function differencesOf(
  rows: readonly Float64Array[],
  known: Known,
  { adjust, against }: { readonly adjust: AdjustPairs; readonly against: "each" | "first" },
): readonly Difference[] {
  const k = rows.length;
  const pairs =
    against === "first"
      ? rows.slice(1).map((_, at) => [at + 1, 0] as const)
      : rows.flatMap((_, one) => rows.slice(one + 1).map((__, rest) => [one, one + 1 + rest] as const));
  const all = pairs.map(([one, other]) =>
    (rows[one] as Float64Array).map((value, at) => value - ((rows[other] as Float64Array)[at] as number)),
  );
  // One for all: the fewest degrees of freedom of theirs.
  const together = adjust === "dunnett" ? togetherOf(all, known) : null;
  const quantiles = new Map<number, number>();
  const reachFor = (df: number): number => {
    const known0 = quantiles.get(df);
    if (known0 !== undefined) return known0;
    const reach = together
      ? together.quantile(1 - known.level)
      : adjust === "tukey"
        ? rangeQuantile(1 - known.level, k, df) / Math.SQRT2
        : reachOf(adjust === "holm" ? 1 - (1 - known.level) / pairs.length : known.level, df);
    quantiles.set(df, reach);
    return reach;
  };
  const made = pairs.map(([one, other], at) => {
    const weights = all[at] as Float64Array;
    const found = estimateOf(weights, known, reachFor(known.freedomOf(weights)));
    const statistic = found.estimate / found.error;
    return { ...found, one, other, statistic, p: twoSidedP(statistic, found.df) };
  });
  const adjusted =
    adjust === "holm"
      ? adjustedP(
          made.map(({ p }) => p),
          "holm",
        )
      : made.map(({ p, statistic, df }) =>
          together
            ? together.upper(Math.abs(statistic))
            : adjust === "none" || k === 2
              ? p
              : rangeUpper(Math.SQRT2 * Math.abs(statistic), k, df),
        );
  return made.map((each, at) => ({ ...each, adjusted: adjusted[at] as number }));
}

function togetherOf(differences: readonly Float64Array[], { variance, freedomOf }: Known): LargestT {
  const width = differences[0]?.length ?? 0;
  const covariance = (a: Float64Array, b: Float64Array): number =>
    a.reduce(
      (sum, one, row) =>
        sum + one * b.reduce((inner, other, column) => inner + (variance[row * width + column] as number) * other, 0),
      0,
    );
  const errors = differences.map((each) => Math.sqrt(Math.max(0, covariance(each, each))));
  const correlation = Float64Array.from({ length: differences.length ** 2 }, (_, place) => {
    const [row, column] = [Math.floor(place / differences.length), place % differences.length];
    if (row === column) return 1;
    const found = covariance(differences[row] as Float64Array, differences[column] as Float64Array);
    return found / ((errors[row] as number) * (errors[column] as number));
  });
  return largestT(correlation, Math.min(...differences.map(freedomOf)));
}
