// Counts of genes on a design, as DESeq2 fits them (Love, Huber & Anders, Genome Biol. 15:550, 2014, by the steps of version 1.38):
// a dispersion of each gene by itself, the trend, each drawn towards it, the coefficients, Cook's distances, and, where a cell has
// enough samples, outlying counts replaced and their genes fitted again. Contrasts are asked of what comes out, and fit nothing.

import { fisherF } from "../distributions/f.ts";
import { cooksDistances, largestDistance, trimmedMean } from "./cooks.ts";
import { countDesign, type CountDesign, inCellsOf } from "./count-design.ts";
import { fitMeans } from "./fit-means.ts";
import { countsOfGene, type CountTable, type GeneCounts, geneWise, normalisedOf, searchMeans } from "./gene-wise.ts";
import { DispersionLikelihood } from "./likelihood.ts";
import { shrunkenDispersion } from "./shrunken-dispersion.ts";
import { type SpreadOfDispersions, spreadOfDispersions } from "./spread-of-dispersions.ts";
import { leastForTrend, localTrend, meanTrend, parametricTrend, type Trend, trendAt } from "./trend.ts";

/** Counts are whole numbers of at least 0. */
export interface CountData extends CountTable {
  readonly genes: number;
  /** Columns of the model matrix, none of which follows from the others. */
  readonly columns: readonly Float64Array[];
}

export interface CountOptions {
  readonly trend: "parametric" | "local" | "mean";
  /** Counts beyond Cook's cutoff are replaced in cells of so many samples; null: in none. */
  readonly replaceFrom: number | null;
  /** Between pieces of long work: `share` of it is done. */
  pause(share: number): Promise<void> | void;
}

/** One entry a gene; NaN where all of its counts are 0. */
export interface CountFit {
  readonly design: CountDesign;
  readonly width: number;
  /** Of the normalised counts. */
  readonly means: Float64Array;
  readonly own: Float64Array;
  readonly trended: Float64Array;
  readonly drawn: Float64Array;
  readonly dispersions: Float64Array;
  /** Far above the trend: it keeps its own. */
  readonly isOutlier: Uint8Array;
  /** Natural logarithms, `width` a gene. */
  readonly beta: Float64Array;
  /** `width`² a gene. */
  readonly covariance: Float64Array;
  readonly logLikelihood: Float64Array;
  readonly settled: Uint8Array;
  /** Largest distance of those that are judged; NaN: none is. */
  readonly cooks: Float64Array;
  /** The same by the means that dispersions were searched by, by which DESeq2's likelihood ratio judges. */
  readonly cooksOfRatio: Float64Array;
  readonly cooksCutoff: number;
  /** Three counts are larger than the one that lies farthest. */
  readonly isSpared: Uint8Array;
  readonly isReplaced: Uint8Array;
  /** What was fitted of genes whose counts were replaced. */
  readonly replaced: ReadonlyMap<number, Float64Array>;
  readonly trend: Trend;
  readonly spread: SpreadOfDispersions;
}

export type CountAnswer =
  | { readonly ok: true; readonly fit: CountFit }
  /** zero: no gene has a count; flat: no dispersion is above the floor; trend: no curve goes through them. */
  | { readonly ok: false; readonly problem: "zero" | "flat" | "trend" };

export async function fitCounts(data: CountData, options: CountOptions): Promise<CountAnswer> {
  const work = new CountWork(data, options);
  if (work.some.length === 0) return { ok: false, problem: "zero" };
  await work.ownDispersions();
  const trend = work.trendOf(options.trend);
  if (trend === "flat" || trend === "none") return { ok: false, problem: trend === "flat" ? "flat" : "trend" };
  const spread = work.spreadAround(trend);
  if (!spread) return { ok: false, problem: "flat" };
  await work.fitAll(trend, spread);
  work.replaceOutliers(trend, spread);
  return { ok: true, fit: work.finished(trend, spread) };
}

/** A pause after so many genes. */
const piece = 64;

class CountWork {
  readonly design: CountDesign;
  /** Genes that have a count. */
  readonly some: readonly number[];
  readonly #data: CountData;
  readonly #options: CountOptions;
  readonly #likelihood: DispersionLikelihood;
  readonly #cutoff: number;
  readonly #inverse: number;
  readonly #isReplaceable: readonly boolean[];
  /** Counts with what lies far replaced. */
  readonly #outlying = new Map<number, Float64Array>();
  readonly #replaced = new Map<number, Float64Array>();
  /** Largest distances where those of samples that can be replaced count for nothing. */
  readonly #otherwise: Float64Array;
  readonly #otherwiseOfRatio: Float64Array;
  readonly #fitted: Omit<CountFit, "design" | "width" | "trend" | "spread" | "cooksCutoff" | "replaced">;

  constructor(data: CountData, options: CountOptions) {
    const { genes, samples, columns } = data;
    this.#data = data;
    this.#options = options;
    this.design = countDesign(columns, samples);
    this.#likelihood = new DispersionLikelihood(this.design);
    const { width } = this.design;
    this.#cutoff = samples > width ? fisherF.quantile(0.99, width, samples - width) : Number.NaN;
    const { replaceFrom } = options;
    this.#isReplaceable = inCellsOf(this.design, replaceFrom ?? samples + 1);
    const none = () => new Float64Array(genes).fill(Number.NaN);
    this.#otherwise = none();
    this.#otherwiseOfRatio = none();
    this.#fitted = {
      means: new Float64Array(genes),
      own: none(),
      trended: none(),
      drawn: none(),
      dispersions: none(),
      isOutlier: new Uint8Array(genes),
      beta: new Float64Array(genes * width).fill(Number.NaN),
      covariance: new Float64Array(genes * width * width).fill(Number.NaN),
      logLikelihood: none(),
      settled: new Uint8Array(genes).fill(1),
      cooks: none(),
      cooksOfRatio: none(),
      isSpared: new Uint8Array(genes),
      isReplaced: new Uint8Array(genes),
    };
    this.some = Array.from({ length: genes }, (_, gene) => gene).filter((gene) =>
      this.#of(gene).counts.some((count) => count > 0),
    );
    this.#inverse = this.#inverseFactors();
  }

  #of(gene: number): GeneCounts {
    return countsOfGene(this.#data, gene, this.#replaced.get(gene));
  }

  /** Of factors of each count the mean of a sample stands for it. */
  #inverseFactors(): number {
    const { samples, factors } = this.#data;
    if (factors.length === samples) return factors.reduce((sum, factor) => sum + 1 / factor, 0) / samples;
    const sums = new Float64Array(samples);
    for (const gene of this.some) this.#of(gene).factors.forEach((factor, at) => (sums[at] = (sums[at] as number) + factor));
    return sums.reduce((sum, each) => sum + this.some.length / each, 0) / samples;
  }

  async ownDispersions(): Promise<void> {
    for (const [at, gene] of this.some.entries()) {
      this.#ownOf(gene);
      if (at % piece === 0) await this.#options.pause((0.4 * at) / this.some.length);
    }
  }

  #ownOf(gene: number): void {
    const found = geneWise(this.design, this.#likelihood, this.#of(gene), this.#inverse);
    this.#fitted.means[gene] = found.moments.mean;
    this.#fitted.own[gene] = found.dispersion;
    // Kept here until the last coefficients are fitted.
    this.#fitted.beta.set(found.beta, gene * this.design.width);
  }

  trendOf(by: CountOptions["trend"]): Trend | "flat" | "none" {
    const { own, means } = this.#fitted;
    const above = this.some.filter((gene) => (own[gene] as number) > leastForTrend);
    if (above.length === 0) return "flat";
    const of = (values: Float64Array, from: readonly number[]) => Float64Array.from(from, (gene) => values[gene] as number);
    if (by === "parametric") {
      const curve = parametricTrend(of(means, above), of(own, above));
      if (curve) return curve;
    }
    // Where no curve goes through them, as there.
    if (by !== "mean") return localTrend(of(means, above), of(own, above)) ?? "none";
    const used = this.some.filter((gene) => (own[gene] as number) > leastForTrend / 10);
    return meanTrend(of(own, used));
  }

  spreadAround(trend: Trend): SpreadOfDispersions | null {
    const { own, means } = this.#fitted;
    const of = (values: Float64Array) => Float64Array.from(this.some, (gene) => values[gene] as number);
    const trended = of(means).map((mean) => trendAt(trend, mean));
    return spreadOfDispersions(of(own), trended, this.design);
  }

  async fitAll(trend: Trend, spread: SpreadOfDispersions): Promise<void> {
    for (const [at, gene] of this.some.entries()) {
      this.#fitOne(gene, { trend, spread });
      if (at % piece === 0) await this.#options.pause(0.4 + (0.6 * at) / this.some.length);
    }
  }

  #fitOne(gene: number, { trend, spread }: { readonly trend: Trend; readonly spread: SpreadOfDispersions }): void {
    const { design } = this;
    const fitted = this.#fitted;
    const of = this.#of(gene);
    const means = searchMeans(design, fitted.beta.slice(gene * design.width, (gene + 1) * design.width), of.factors);
    const trended = trendAt(trend, fitted.means[gene] as number);
    const shrunken = shrunkenDispersion(
      design,
      this.#likelihood,
      { ...of, means, own: fitted.own[gene] as number, trend: trended },
      spread,
    );
    const fit = fitMeans(design, { ...of, dispersion: shrunken.dispersion });
    fitted.trended[gene] = trended;
    fitted.drawn[gene] = shrunken.drawn;
    fitted.dispersions[gene] = shrunken.dispersion;
    fitted.isOutlier[gene] = Number(shrunken.isOutlier);
    fitted.beta.set(fit.beta, gene * design.width);
    fitted.covariance.set(fit.covariance, gene * design.width ** 2);
    fitted.logLikelihood[gene] = fit.logLikelihood;
    fitted.settled[gene] = Number(fit.settled);
    if (this.#replaced.has(gene)) return;
    const isKept = (sample: number): boolean => !this.#isReplaceable[sample];
    const judged = { ...of, normalised: normalisedOf(of), leverage: fit.leverage };
    const distances = cooksDistances(design, { ...judged, means: fit.means });
    const bySearch = cooksDistances(design, { ...judged, means });
    fitted.cooks[gene] = largestDistance(design, distances);
    this.#otherwise[gene] = largestDistance(design, distances, isKept);
    fitted.cooksOfRatio[gene] = largestDistance(design, bySearch);
    this.#otherwiseOfRatio[gene] = largestDistance(design, bySearch, isKept);
    this.#noteOutliers(gene, of, distances);
  }

  /** Counts that will be replaced, and whether three are larger than the farthest. */
  #noteOutliers(gene: number, of: GeneCounts, distances: Float64Array): void {
    if (!distances.some((distance) => distance > this.#cutoff)) return;
    const farthest = distances.reduce((most, distance, at) => (distance > (distances[most] as number) ? at : most), 0);
    const larger = of.counts.filter((count) => count > (of.counts[farthest] as number)).length;
    this.#fitted.isSpared[gene] = Number(larger >= 3);
    if (!this.#isReplaceable.includes(true)) return;
    const middle = trimmedMean(normalisedOf(of), 0.2);
    const isFar = (sample: number): boolean =>
      this.#isReplaceable[sample] === true && (distances[sample] as number) > this.#cutoff;
    this.#outlying.set(
      gene,
      of.counts.map((count, sample) => (isFar(sample) ? Math.trunc(middle * (of.factors[sample] as number)) : count)),
    );
  }

  /** Fitted again with the trend and the prior of before. */
  replaceOutliers(trend: Trend, spread: SpreadOfDispersions): void {
    if (this.#outlying.size === 0) return;
    const fitted = this.#fitted;
    for (const [gene, counts] of this.#outlying) {
      this.#replaced.set(gene, counts);
      fitted.isReplaced[gene] = 1;
      if (counts.some((count) => count > 0)) {
        this.#ownOf(gene);
        this.#fitOne(gene, { trend, spread });
      } else this.#empty(gene);
    }
    // What could be replaced is not held against a gene any more.
    const isAll = this.#isReplaceable.every(Boolean);
    fitted.cooks.set(isAll ? fitted.cooks.map(() => Number.NaN) : this.#otherwise);
    fitted.cooksOfRatio.set(isAll ? fitted.cooks : this.#otherwiseOfRatio);
  }

  #empty(gene: number): void {
    const { width } = this.design;
    this.#fitted.means[gene] = 0;
    this.#fitted.beta.fill(0, gene * width, (gene + 1) * width);
    this.#fitted.covariance.fill(0, gene * width * width, (gene + 1) * width * width);
  }

  finished(trend: Trend, spread: SpreadOfDispersions): CountFit {
    return {
      ...this.#fitted,
      design: this.design,
      width: this.design.width,
      cooksCutoff: this.#cutoff,
      replaced: this.#replaced,
      trend,
      spread,
    };
  }
}
