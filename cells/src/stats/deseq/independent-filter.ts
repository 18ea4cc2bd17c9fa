// Adjusted p values after genes of low means are left out, by as much as brings the most discoveries (Bourgon, Gentleman & Huber,
// PNAS 107:9546, 2010; the choice of DESeq2: the first share at which their number comes within a residual of a smooth curve's top).

import { adjustedP } from "../adjusted-p.ts";
import { lowess } from "../lowess.ts";
import { quantileOfSorted } from "../quantiles.ts";

export interface Filtered {
  /** NaN: no p value, or a mean below the threshold. */
  readonly adjusted: Float64Array;
  /** Genes of a smaller mean are left out. */
  readonly threshold: number;
  /** Which share of the genes that is. */
  readonly share: number;
  /** How many are found at each share. */
  readonly found: readonly { readonly share: number; readonly n: number }[];
}

const shares = 50;

/** `p`: NaN is none. `means` decide; `alpha`: the rate of false discoveries that is aimed at. */
export function filterByMean(p: Float64Array, means: Float64Array, alpha: number): Filtered {
  const sorted = Float64Array.from(means).sort();
  const low = means.reduce((sum, mean) => sum + (mean === 0 ? 1 : 0), 0) / means.length;
  const high = low < 0.95 ? 0.95 : 1;
  const tried = Array.from({ length: shares }, (_, at) => low + ((high - low) * at) / (shares - 1));
  const thresholds = tried.map((share) => quantileOfSorted(sorted, share));
  const order = ascending(p);
  const n = thresholds.map((threshold) => foundAbove(p, order, { means, threshold, alpha }));
  const chosen = chosenOf(tried, n);
  return {
    adjusted: adjustedAbove(p, means, thresholds[chosen] as number),
    threshold: thresholds[chosen] as number,
    share: tried[chosen] as number,
    found: tried.map((share, at) => ({ share, n: n[at] as number })),
  };
}

/** Places of the p values, the smallest first. */
function ascending(p: Float64Array): Int32Array {
  const there = Int32Array.from(p.keys()).filter((at) => !Number.isNaN(p[at]));
  return there.sort((a, b) => (p[a] as number) - (p[b] as number) || a - b);
}

interface Level {
  readonly means: Float64Array;
  readonly threshold: number;
  readonly alpha: number;
}

/** How many of Benjamini's and Hochberg's adjusted values lie below alpha. */
function foundAbove(p: Float64Array, order: Int32Array, { means, threshold, alpha }: Level): number {
  let n = 0;
  for (const at of order) if ((means[at] as number) >= threshold) n++;
  let rank = 0;
  let found = 0;
  for (const at of order) {
    if (!((means[at] as number) >= threshold)) continue;
    rank++;
    if ((n / rank) * (p[at] as number) < alpha) found = rank;
  }
  return found;
}

function chosenOf(tried: readonly number[], n: readonly number[]): number {
  if (Math.max(...n) <= 10) return 0;
  const curve = lowess(tried, n, { span: 1 / 5 }).fitted;
  const rest = n.flatMap((each, at) => (each > 0 ? [each - (curve[at] as number)] : []));
  const residual = Math.sqrt(rest.reduce((sum, each) => sum + each * each, 0) / rest.length);
  const bar = Math.max(...curve) - residual;
  return Math.max(
    0,
    n.findIndex((each) => each > bar),
  );
}

function adjustedAbove(p: Float64Array, means: Float64Array, threshold: number): Float64Array {
  return adjustedP(
    p.map((value, at) => ((means[at] as number) >= threshold ? value : Number.NaN)),
    "bh",
  );
}
