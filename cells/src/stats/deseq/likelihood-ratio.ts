// Whether all coefficients that a smaller design lacks are 0: twice the difference of the log likelihoods, at the dispersions of the
// full design (DESeq2's nbinomLRT).

import { chiSquared } from "../distributions/chi-squared.ts";
import { countDesign } from "./count-design.ts";
import { type FittedCounts, isHeldAgainst, type NoP } from "./contrast-of-counts.ts";
import type { CountData, CountFit } from "./fit-counts.ts";
import { fitMeans, logLikelihoodOf } from "./fit-means.ts";
import { type GeneCounts, countsOfGene, normalisedOf } from "./gene-wise.ts";

export interface LikelihoodRatio {
  readonly statistic: Float64Array;
  readonly p: Float64Array;
  /** Why p is NaN. */
  readonly why: ReadonlyMap<number, NoP>;
}

export interface SmallerDesign {
  /** What was fitted. */
  readonly data: CountData;
  /** Of the smaller design. */
  readonly columns: readonly Float64Array[];
  /** As of contrasts. */
  readonly isTwoGroups: boolean;
  pause(share: number): Promise<void> | void;
}

/** What of the fit of the whole design it is asked of. */
export type WholeFit = FittedCounts & Pick<CountFit, "logLikelihood" | "replaced" | "cooksOfRatio">;

export async function likelihoodRatio(
  fit: WholeFit,
  { data, columns, isTwoGroups, pause }: SmallerDesign,
): Promise<LikelihoodRatio> {
  const design = countDesign(columns, data.samples);
  const df = fit.width - design.width;
  const isMean = design.width === 1 && (columns[0] as Float64Array).every((value) => value === 1);
  const statistic = new Float64Array(data.genes).fill(Number.NaN);
  const p = new Float64Array(data.genes).fill(Number.NaN);
  const why = new Map<number, NoP>();
  for (let gene = 0; gene < data.genes; gene++) {
    if (gene % 64 === 0) await pause(gene / data.genes);
    const dispersion = fit.dispersions[gene] as number;
    if (Number.isNaN(dispersion)) {
      why.set(gene, "zero");
      continue;
    }
    const of = countsOfGene(data, gene, fit.replaced.get(gene));
    // Nothing is left of it.
    if (of.counts.every((count) => count === 0)) {
      statistic[gene] = 0;
      p[gene] = 1;
      continue;
    }
    const smaller = isMean ? ofMean(of, dispersion) : fitMeans(design, { ...of, dispersion }).logLikelihood;
    statistic[gene] = 2 * ((fit.logLikelihood[gene] as number) - smaller);
    p[gene] = chiSquared.tails(statistic[gene] as number, df).upper;
    if (!isHeldAgainst({ ...fit, cooks: fit.cooksOfRatio }, gene, isTwoGroups)) continue;
    p[gene] = Number.NaN;
    why.set(gene, "outlier");
  }
  return { statistic, p, why };
}

/** Of an intercept alone the mean is taken for the fit, as there. */
function ofMean(of: GeneCounts, dispersion: number): number {
  const normalised = normalisedOf(of);
  const mean = normalised.reduce((sum, value) => sum + value, 0) / normalised.length;
  return logLikelihoodOf(
    of.counts,
    of.factors.map((factor) => factor * mean),
    dispersion,
  );
}
