// A linear model in which each individual has a height of its own (random intercept), by restricted or ordinary maximum likelihood, as
// lme4's lmer (Bates, Mächler, Bolker & Walker, Journal of Statistical Software 67(1), 2015, sections 3.3 and 3.4). With V = σ² (I + γ ZZ')
// a group's rows are least squares again once part of the group's mean is taken out of each (Fuller & Battese 1973), and γ alone is
// looked for.

import { minimum } from "../minimise.ts";
import { predicted, weightedFit } from "./weighted-fit.ts";

export interface GroupedData {
  readonly columns: readonly Float64Array[];
  readonly outcome: Float64Array;
  /** A number from 0 a row, each of them there. */
  readonly groups: Int32Array;
}

export interface MixedFit {
  readonly coefficients: Float64Array;
  /** Of the coefficients, row after row. */
  readonly variance: Float64Array;
  /** Variance between groups, and within. */
  readonly between: number;
  readonly within: number;
  readonly logLikelihood: number;
  readonly aic: number;
  /** What each group lies above all (best linear unbiased prediction). */
  readonly effects: Float64Array;
  /** Of each row with its group's effect. */
  readonly fitted: Float64Array;
  readonly sizes: Int32Array;
  /** No spread between groups was found: what is left is a linear model. */
  readonly isSingular: boolean;
  readonly reml: boolean;
}

export function sizesOfGroups(groups: Int32Array): Int32Array {
  const sizes = new Int32Array(groups.reduce((most, code) => Math.max(most, code), -1) + 1);
  for (const code of groups) sizes[code] = (sizes[code] as number) + 1;
  return sizes;
}

export function groupMeans(values: Float64Array, groups: Int32Array, sizes: Int32Array): Float64Array {
  const sums = new Float64Array(sizes.length);
  groups.forEach((code, row) => {
    sums[code] = (sums[code] as number) + (values[row] as number);
  });
  return sums.map((sum, code) => sum / (sizes[code] as number));
}

/** Null: columns follow from each other. */
export function fitRandomIntercept(data: GroupedData, reml: boolean): MixedFit | null {
  const { columns, outcome, groups } = data;
  const sizes = sizesOfGroups(groups);
  const [n, width] = [outcome.length, columns.length];
  const meansOf = [...columns, outcome].map((values) => groupMeans(values, groups, sizes));
  const parts = (gamma: number) => {
    const shrink = Float64Array.from(sizes, (size) => 1 - 1 / Math.sqrt(1 + gamma * size));
    const moved = [...columns, outcome].map((values, at) =>
      values.map((value, row) => {
        const code = groups[row] as number;
        return value - (shrink[code] as number) * ((meansOf[at] as Float64Array)[code] as number);
      }),
    );
    const target = moved.pop() as Float64Array;
    const fit = weightedFit(moved, target, null);
    if (!fit) return null;
    const there = predicted(moved, fit.coefficients);
    const rest = target.reduce((sum, value, row) => sum + (value - (there[row] as number)) ** 2, 0);
    const spread = sizes.reduce((sum, size) => sum + Math.log1p(gamma * size), 0);
    const freedom = reml ? n - width : n;
    const criterion = freedom * (Math.log((2 * Math.PI * rest) / freedom) + 1) + spread + (reml ? fit.logDeterminant : 0);
    return { fit, rest, criterion, freedom };
  };
  const at0 = parts(0);
  if (!at0) return null;
  const worth = (theta: number): number => parts(theta * theta)?.criterion ?? Number.POSITIVE_INFINITY;
  // The criterion may have two hollows: the deepest of a few places is where the search begins.
  const places = [0.05, 0.2, 0.5, 1, 2, 5, 20];
  const begin = places.reduce((best, place) => (worth(place) < worth(best) ? place : best), 1);
  const found = Math.abs(minimum(worth, begin, begin * 1.2) ?? 0);
  const theta = found > 1e-5 && worth(found) < at0.criterion - 1e-9 ? found : 0;
  const gamma = theta * theta;
  const { fit, rest, criterion, freedom } = parts(gamma) as NonNullable<typeof at0>;
  const within = rest / freedom;
  const middle = predicted(columns, fit.coefficients);
  const residuals = outcome.map((value, row) => value - (middle[row] as number));
  const effects = groupMeans(residuals, groups, sizes).map((mean, code) => {
    const size = sizes[code] as number;
    return ((gamma * size) / (1 + gamma * size)) * mean;
  });
  return {
    coefficients: fit.coefficients,
    variance: fit.unscaled.map((value) => value * within),
    between: gamma * within,
    within,
    logLikelihood: -criterion / 2,
    aic: criterion + 2 * (width + 2),
    effects,
    fitted: middle.map((value, row) => value + (effects[groups[row] as number] as number)),
    sizes,
    isSingular: theta === 0,
    reml,
  };
}
