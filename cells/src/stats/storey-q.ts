// Storey's q values: false discovery rates that know what share of the tested is null (pi0). As Bioconductor's qvalue 2.30
// with pi0.method = "bootstrap", (Storey, Taylor and Siegmund, J. R. Stat. Soc. B
// 66:187-205, 2004), whose error it has in closed form: nothing is drawn at random.

import { quantileOfSorted } from "./quantiles.ts";

export interface QValues {
  /** In the order of p; NaN where p is. */
  readonly q: Float64Array;
  /** The estimated share of true null hypotheses, in (0, 1]. */
  readonly pi0: number;
}
/** Why there is no estimate: no p at all, one outside [0, 1], or none at or above lambda, so that pi0 would be 0. */
export type NoPi0 = "no-p" | "p-outside" | "no-p-above-lambda";

/** 0.05, 0.10 … 0.95 */
const lambdas = Array.from({ length: 19 }, (_, at) => 0.05 + at * 0.05);

/** `lambda`, in [0, 1): the one to use; else the best of 0.05, 0.10 … 0.95. */
export function storeyQ(p: ArrayLike<number>, lambda?: number): QValues | NoPi0 {
  const order = Int32Array.from({ length: p.length }, (_, place) => place).filter((place) => !Number.isNaN(p[place]));
  order.sort((a, b) => (p[a] as number) - (p[b] as number) || a - b);
  const sorted = Float64Array.from(order, (place) => p[place] as number);
  const m = sorted.length;
  if (m === 0) return "no-p";
  if ((sorted[0] as number) < 0 || (sorted[m - 1] as number) > 1) return "p-outside";
  const pi0 = lambda === undefined ? bestPi0(sorted) : pi0At(sorted, lambda);
  if (!(pi0 > 0)) return "no-p-above-lambda";
  const share = Math.min(1, pi0);
  const q = new Float64Array(p.length).fill(Number.NaN);
  let least = 1;
  for (let rank = m; rank > 0; rank--) {
    least = Math.min(least, ((sorted[rank - 1] as number) * m) / rank);
    q[order[rank - 1] as number] = share * least;
  }
  return { q, pi0: share };
}

const countFrom = (sorted: Float64Array, lambda: number): number => sorted.reduce((n, p) => n + (p >= lambda ? 1 : 0), 0);
const pi0At = (sorted: Float64Array, lambda: number): number => countFrom(sorted, lambda) / (sorted.length * (1 - lambda));

/** The estimate of least mean squared error around their lower tenth; of equal errors the smaller estimate. */
function bestPi0(sorted: Float64Array): number {
  const m = sorted.length;
  const estimates = lambdas.map((lambda) => pi0At(sorted, lambda));
  const low = quantileOfSorted(Float64Array.from(estimates).sort(), 0.1);
  const errors = lambdas.map((lambda, at) => {
    const beyond = countFrom(sorted, lambda);
    return (beyond / (m * (1 - lambda)) ** 2) * (1 - beyond / m) + ((estimates[at] as number) - low) ** 2;
  });
  const least = Math.min(...errors);
  return Math.min(...estimates.filter((_, at) => errors[at] === least));
}
