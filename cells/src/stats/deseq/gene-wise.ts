// The dispersion of each gene by itself, and the fitted means that the later search goes by as well.

import { type CountDesign, linear } from "./count-design.ts";
import { fitCoefficients, leastMean, meansOf } from "./fit-means.ts";
import type { DispersionLikelihood } from "./likelihood.ts";
import { firstDispersion, type GeneMoments, mostDispersion, momentsOfGene, withinBounds } from "./moments-of-gene.ts";
import { dispersionByGrid, leastDispersion, mostProposals, searchDispersion } from "./search-dispersion.ts";

export interface GeneWise {
  readonly moments: GeneMoments;
  readonly dispersion: number;
  /** By which `searchMeans` makes the means again. */
  readonly beta: Float64Array;
}

export interface GeneCounts {
  readonly counts: Float64Array;
  readonly factors: Float64Array;
}

/** Of one gene; `replaced` stands for its counts where it is given. */
export function countsOfGene({ samples, counts, factors }: CountTable, gene: number, replaced?: Float64Array): GeneCounts {
  const own = replaced ?? Float64Array.from({ length: samples }, (_, at) => counts[gene * samples + at] as number);
  const isEach = factors.length > samples;
  return { counts: own, factors: isEach ? factors.subarray(gene * samples, (gene + 1) * samples) : factors };
}

/** Gene after gene; factors of each sample, or of each count. */
export interface CountTable {
  readonly samples: number;
  readonly counts: ArrayLike<number>;
  readonly factors: Float64Array;
}

export const normalisedOf = ({ counts, factors }: GeneCounts): Float64Array =>
  counts.map((count, sample) => count / (factors[sample] as number));

/** Of a gene with a count above 0; `inverse` is the mean of 1 over the samples' factors. */
export function geneWise(design: CountDesign, likelihood: DispersionLikelihood, gene: GeneCounts, inverse: number): GeneWise {
  const { samples, width } = design;
  const normalised = normalisedOf(gene);
  const moments = momentsOfGene(normalised);
  const straight = design.straight.coefficients(normalised, new Float64Array(width));
  const line = new Float64Array(samples);
  linear(design, straight, line);
  const first = firstDispersion(design, normalised, line, { moments, inverse });
  const beta = isOfCells(design) ? straight : fitCoefficients(design, { ...gene, dispersion: first });
  likelihood.of(gene.counts, searchMeans(design, beta, gene.factors), null);
  const found = searchDispersion(likelihood, Math.log(first));
  let dispersion = Math.min(Math.exp(found.log), mostDispersion(samples));
  // Too little was won: the first value stands.
  if (found.last < found.first + Math.abs(found.first) / 1e6) dispersion = first;
  const isUnsettled = found.steps >= mostProposals || found.steps === 1;
  if (isUnsettled && dispersion > leastDispersion * 10) dispersion = Math.exp(dispersionByGrid(likelihood, samples));
  return { moments, dispersion: withinBounds(dispersion, samples), beta };
}

/** As many coefficients as cells: means of the cells are the fit, and coefficients are those of least squares. */
const isOfCells = ({ sizes, width }: CountDesign): boolean => sizes.length === width;

/** The fitted means that dispersions are searched by, none below the least. */
export function searchMeans(design: CountDesign, beta: Float64Array, factors: Float64Array): Float64Array {
  if (!isOfCells(design)) return meansOf(design, beta, factors, leastMean);
  const line = new Float64Array(design.samples);
  linear(design, beta, line);
  return line.map((mean, sample) => Math.max(leastMean, mean * (factors[sample] as number)));
}
