// Changes with a normal prior on every coefficient but the intercept, as wide as the upper end of what was fitted without one (Love,
// Huber & Anders, Genome Biol. 15:550, 2014, "Shrinkage estimation of logarithmic fold changes"; lfcShrink(type = "normal")).

import { normalQuantile } from "../normal-quantile.ts";
import { countDesign } from "./count-design.ts";
import type { ShrunkenChanges, ToShrink } from "./cauchy-shrinkage.ts";
import { fitMeans } from "./fit-means.ts";
import { countsOfGene } from "./gene-wise.ts";

/** Of the intercept, log2: none to speak of. */
const intercept = 1e6;
/** log2: a coefficient beyond it says nothing of the prior. */
const farthest = 10;
const upper = 0.05;

/** Of each coefficient, log2, from the 95th percentile of their sizes; genes weigh by what their counts tell. */
export function priorVariances(
  { columns, beta, dispersions, means }: Pick<ToShrink, "columns" | "beta" | "dispersions" | "means">,
  /** The trend of the dispersions at each gene's mean. */
  trended: Float64Array,
): Float64Array {
  // Of a gene nothing may be left where outlying counts were replaced.
  const genes = [...dispersions.keys()].filter((gene) => !Number.isNaN(dispersions[gene]) && (means[gene] as number) > 0);
  return Float64Array.from(columns, (column, at) => {
    if (column.every((value) => value === 1)) return intercept;
    const sizes = genes.flatMap((gene) => {
      const size = Math.abs((beta(gene)[at] as number) / Math.LN2);
      return size < farthest ? [{ size, weight: 1 / (1 / (means[gene] as number) + (trended[gene] as number)) }] : [];
    });
    if (sizes.length === 0) return intercept;
    return (weightedQuantile(sizes, 1 - upper) / normalQuantile(1 - upper / 2)) ** 2;
  });
}

/** As Hmisc's wtd.quantile with weights that sum to the number of values. */
function weightedQuantile(values: readonly { readonly size: number; readonly weight: number }[], share: number): number {
  const sorted = [...values].sort((a, b) => a.size - b.size);
  const scale = sorted.length / sorted.reduce((sum, { weight }) => sum + weight, 0);
  const sums = new Float64Array(sorted.length);
  sorted.forEach(({ weight }, at) => (sums[at] = (sums[at - 1] ?? 0) + weight * scale));
  const place = 1 + (sorted.length - 1) * share;
  const low = Math.max(Math.floor(place), 1);
  const valueAt = (order: number): number => {
    const at = sums.findIndex((sum) => sum >= order);
    return sorted[at < 0 ? sorted.length - 1 : at]?.size ?? Number.NaN;
  };
  const rest = place % 1;
  return (1 - rest) * valueAt(low) + rest * valueAt(Math.min(low + 1, sorted.length));
}

export async function normalShrinkage(asked: ToShrink, variances: Float64Array): Promise<ShrunkenChanges> {
  const { data, columns, at, dispersions } = asked;
  const design = countDesign(columns, data.samples);
  const ridges = variances.map((variance) => 1 / variance / Math.LN2 ** 2);
  const change = new Float64Array(data.genes).fill(Number.NaN);
  const error = new Float64Array(data.genes).fill(Number.NaN);
  for (let gene = 0; gene < data.genes; gene++) {
    if (gene % 64 === 0) await asked.pause(gene / data.genes);
    const dispersion = dispersions[gene] as number;
    const of = countsOfGene(data, gene);
    if (Number.isNaN(dispersion) || of.counts.every((count) => count === 0)) continue;
    if (asked.means[gene] === 0) {
      change[gene] = 0;
      error[gene] = 0;
      continue;
    }
    const fit = fitMeans(design, { ...of, dispersion, ridges });
    change[gene] = fit.beta[at] as number;
    error[gene] = Math.sqrt(fit.covariance[at * design.width + at] as number);
  }
  return { change, error };
}
