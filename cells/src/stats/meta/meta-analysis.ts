// One estimate of several studies: each weighted by its precision, with one true effect in all (fixed) or effects that differ between
// studies with variance τ² (random: DerSimonian & Laird, Control Clin Trials 7:177-188, 1986; restricted maximum likelihood:
// Viechtbauer, J Educ Behav Stat 30:261-293, 2005). Answers as those of metafor's rma(), test = "z".

import { chiSquared } from "../distributions/chi-squared.ts";
import { normal } from "../distributions/normal.ts";
import { twoSided } from "../distributions/tails.ts";

export type MetaMethod = "fixed" | "dersimonian-laird" | "reml";

export interface MetaAnswer {
  readonly studies: number;
  readonly estimate: number;
  readonly error: number;
  readonly statistic: number;
  /** Natural logarithm of the two-sided p. */
  readonly logP: number;
  /** Cochran's Q of heterogeneity, of studies - 1 degrees of freedom. */
  readonly q: number;
  readonly qLogP: number;
  /** Variance between studies; 0 where effects are fixed. */
  readonly tau2: number;
  /** Share of the variance of estimates that is between studies, 0 to 1 (Higgins & Thompson, Stat Med 21:1539-1558, 2002). */
  readonly i2: number;
  /** It did not come to an end: τ² is that of DerSimonian and Laird. */
  readonly isUnfinished: boolean;
}

/** Estimates with their standard errors, all above 0; null of none. */
export function metaAnalysis(estimates: ArrayLike<number>, errors: ArrayLike<number>, method: MetaMethod): MetaAnswer | null {
  const studies = estimates.length;
  if (studies === 0) return null;
  const variances = Float64Array.from(errors, (error) => error * error);
  const plain = pooled(estimates, variances, 0);
  const q = spread(estimates, variances, plain.estimate);
  const freedom = studies - 1;
  const weights = Array.from(variances, (variance) => 1 / variance);
  const sum = total(weights);
  const sumOfSquares = total(weights.map((weight) => weight * weight));
  const scale = sum - sumOfSquares / sum;
  const moment = freedom > 0 ? Math.max(0, (q - freedom) / scale) : 0;
  const found = method === "reml" && freedom > 0 ? restricted(estimates, variances, moment) : moment;
  const tau2 = method === "fixed" ? 0 : Number.isNaN(found) ? moment : found;
  const { estimate, weight } = tau2 === 0 ? plain : pooled(estimates, variances, tau2);
  const error = Math.sqrt(1 / weight);
  const statistic = estimate / error;
  // The variance of a typical study.
  const typical = (freedom * sum) / (sum * sum - sumOfSquares);
  return {
    studies,
    estimate,
    error,
    statistic,
    logP: twoSided(normal.tails(statistic)).logP,
    q,
    qLogP: freedom > 0 ? chiSquared.logUpper(q, freedom) : Number.NaN,
    tau2,
    i2: freedom === 0 ? 0 : method === "fixed" ? Math.max(0, (q - freedom) / q || 0) : tau2 / (tau2 + typical),
    isUnfinished: method === "reml" && Number.isNaN(found),
  };
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

function pooled(
  estimates: ArrayLike<number>,
  variances: Float64Array,
  tau2: number,
): { readonly estimate: number; readonly weight: number } {
  let [weight, sum] = [0, 0];
  for (let at = 0; at < variances.length; at++) {
    const own = 1 / ((variances[at] as number) + tau2);
    weight += own;
    sum += own * (estimates[at] as number);
  }
  return { estimate: sum / weight, weight };
}

function spread(estimates: ArrayLike<number>, variances: Float64Array, around: number): number {
  let sum = 0;
  for (let at = 0; at < variances.length; at++) sum += ((estimates[at] as number) - around) ** 2 / (variances[at] as number);
  return sum;
}

const mostSteps = 500;

/** Fisher's scoring from the estimate by moments; steps below 0 are halved. NaN: it does not come to an end. */
function restricted(estimates: ArrayLike<number>, variances: Float64Array, start: number): number {
  let tau2 = start;
  for (let step = 0; step < mostSteps; step++) {
    const { estimate, weight } = pooled(estimates, variances, tau2);
    let [squares, cubes, fit] = [0, 0, 0];
    for (let at = 0; at < variances.length; at++) {
      const own = 1 / ((variances[at] as number) + tau2);
      squares += own ** 2;
      cubes += own ** 3;
      fit += own ** 2 * ((estimates[at] as number) - estimate) ** 2;
    }
    // Traces of P and of P P, of one mean.
    const trace = weight - squares / weight;
    const trace2 = squares - (2 * cubes) / weight + (squares / weight) ** 2;
    let change = (fit - trace) / trace2;
    if (tau2 === 0 && change <= 0) return 0;
    while (tau2 + change < 0) {
      change /= 2;
      if (tau2 + change < 1e-14 * (variances[0] as number)) return 0;
    }
    tau2 += change;
    if (Math.abs(change) <= 1e-13 * (tau2 + (variances[0] as number))) return tau2;
  }
  return Number.NaN;
}
