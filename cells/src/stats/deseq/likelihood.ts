// How likely a dispersion is, given the counts of a gene and their fitted means: negative binomial, with Cox's and Reid's
// adjustment for the coefficients that were fitted, and, where there is one, a normal prior of its logarithm (Love, Huber & Anders,
// Genome Biol. 15:550, 2014, "Estimation of dispersions"). What does not depend on the dispersion is left out.

import { digamma, logGamma } from "../log-gamma.ts";
import { choleskyOf, inverseOfRoot, logDeterminantOfRoot } from "../small-matrix.ts";
import type { CountDesign } from "./count-design.ts";

export interface Prior {
  /** Of log α. */
  readonly mean: number;
  readonly variance: number;
}

export class DispersionLikelihood {
  readonly #design: CountDesign;
  readonly #outer: Float64Array;
  readonly #perCell: Float64Array;
  readonly #perCellSlope: Float64Array;
  readonly #information: Float64Array;
  readonly #slope: Float64Array;
  readonly #inverse: Float64Array;
  #counts: Float64Array;
  #means: Float64Array;
  #prior: Prior | null = null;

  constructor(design: CountDesign) {
    const { width, sizes, samples } = design;
    this.#design = design;
    this.#perCell = new Float64Array(sizes.length);
    this.#perCellSlope = new Float64Array(sizes.length);
    this.#information = new Float64Array(width * width);
    this.#slope = new Float64Array(width * width);
    this.#inverse = new Float64Array(width * width);
    this.#counts = new Float64Array(samples);
    this.#means = this.#counts;
    this.#outer = rowsOfCells(design);
  }

  /** Of one gene; the arrays are kept, not copied. */
  of(counts: Float64Array, means: Float64Array, prior: Prior | null): this {
    this.#counts = counts;
    this.#means = means;
    this.#prior = prior;
    return this;
  }

  value(log: number): number {
    const alpha = Math.exp(log);
    const size = 1 / alpha;
    const ofSize = logGamma(size);
    let sum = 0;
    for (let sample = 0; sample < this.#counts.length; sample++) {
      const y = this.#counts[sample] as number;
      const mean = this.#means[sample] as number;
      const gammas = y === 0 ? 0 : logGamma(y + size) - ofSize;
      sum += gammas - y * Math.log(mean + size) - size * Math.log(1 + mean * alpha);
    }
    this.#weigh(alpha);
    if (!choleskyOf(this.#information, this.#design.width)) return Number.NaN;
    sum -= 0.5 * logDeterminantOfRoot(this.#information, this.#design.width);
    if (this.#prior) sum -= (0.5 * (log - this.#prior.mean) ** 2) / this.#prior.variance;
    return sum;
  }

  /** By log α. */
  slope(log: number): number {
    const alpha = Math.exp(log);
    const size = 1 / alpha;
    const ofSize = digamma(size);
    let sum = 0;
    for (let sample = 0; sample < this.#counts.length; sample++) {
      const y = this.#counts[sample] as number;
      const mean = this.#means[sample] as number;
      const gammas = y === 0 ? 0 : ofSize - digamma(y + size);
      sum += gammas + Math.log(1 + mean * alpha) - (mean * alpha) / (1 + mean * alpha) + y / (mean + size);
    }
    let slope = size * size * sum * alpha;
    slope -= 0.5 * this.#slopeOfAdjustment(alpha) * alpha;
    if (this.#prior) slope -= (log - this.#prior.mean) / this.#prior.variance;
    return slope;
  }

  /** Of log det XᵀWX by α: the trace of its inverse times its own slope. */
  #slopeOfAdjustment(alpha: number): number {
    const { width } = this.#design;
    this.#weigh(alpha);
    if (!choleskyOf(this.#information, width)) return Number.NaN;
    inverseOfRoot(this.#information, width, this.#inverse);
    let trace = 0;
    for (let at = 0; at < width * width; at++) trace += (this.#inverse[at] as number) * (this.#slope[at] as number);
    return trace;
  }

  /** XᵀWX and its slope by α, W = 1 / (1/μ + α): of all samples of a cell at once. */
  #weigh(alpha: number): void {
    const { cells, sizes, width } = this.#design;
    this.#perCell.fill(0);
    this.#perCellSlope.fill(0);
    for (let sample = 0; sample < cells.length; sample++) {
      const cell = cells[sample] as number;
      const weight = 1 / (1 / (this.#means[sample] as number) + alpha);
      this.#perCell[cell] = (this.#perCell[cell] as number) + weight;
      this.#perCellSlope[cell] = (this.#perCellSlope[cell] as number) - weight * weight;
    }
    const square = width * width;
    this.#information.fill(0);
    this.#slope.fill(0);
    for (let cell = 0; cell < sizes.length; cell++) {
      const weight = this.#perCell[cell] as number;
      const slope = this.#perCellSlope[cell] as number;
      for (let at = 0; at < square; at++) {
        const product = this.#outer[cell * square + at] as number;
        this.#information[at] = (this.#information[at] as number) + weight * product;
        this.#slope[at] = (this.#slope[at] as number) + slope * product;
      }
    }
  }
}

/** x xᵀ of the row of each cell. */
function rowsOfCells({ cells, sizes, width, x }: CountDesign): Float64Array {
  const found = new Float64Array(sizes.length * width * width);
  for (let sample = 0; sample < cells.length; sample++) {
    const from = (cells[sample] as number) * width * width;
    for (let row = 0; row < width; row++)
      for (let column = 0; column < width; column++)
        found[from + row * width + column] = (x[sample * width + row] as number) * (x[sample * width + column] as number);
  }
  return found;
}
