// A gene's dispersion drawn towards the trend: the same search, with the prior. Genes far above the trend keep their own.

import type { CountDesign } from "./count-design.ts";
import type { GeneCounts } from "./gene-wise.ts";
import type { DispersionLikelihood } from "./likelihood.ts";
import { withinBounds } from "./moments-of-gene.ts";
import { dispersionByGrid, mostProposals, searchDispersion } from "./search-dispersion.ts";
import type { SpreadOfDispersions } from "./spread-of-dispersions.ts";

export interface ShrunkenDispersion {
  readonly drawn: number;
  readonly isOutlier: boolean;
  /** The one that is used. */
  readonly dispersion: number;
}

export function shrunkenDispersion(
  design: CountDesign,
  likelihood: DispersionLikelihood,
  gene: GeneCounts & { readonly means: Float64Array; readonly own: number; readonly trend: number },
  { observed, prior }: SpreadOfDispersions,
): ShrunkenDispersion {
  const { own, trend } = gene;
  likelihood.of(gene.counts, gene.means, { mean: Math.log(trend), variance: prior });
  const found = searchDispersion(likelihood, Math.log(own > 0.1 * trend ? own : trend));
  const log = found.steps < mostProposals ? found.log : dispersionByGrid(likelihood, design.samples);
  const drawn = withinBounds(Math.exp(log), design.samples);
  const isOutlier = Math.log(own) > Math.log(trend) + 2 * Math.sqrt(observed);
  return { drawn, isOutlier, dispersion: isOutlier ? own : drawn };
}
