// Changes with a heavy-tailed prior: a Cauchy distribution on the coefficient that is compared, so wide that it explains the spread of
// all changes, and a normal one of scale 15 on the others; the mode of the posterior and its curvature there (Zhu, Ibrahim & Love,
// Bioinformatics 35:2084-2092, 2019, apeglm). Small and noisy changes go to 0, large ones stay.

import { choleskyOf, inverseOfRoot } from "../small-matrix.ts";
import { countDesign, type CountDesign, linear } from "./count-design.ts";
import { type CountTable, countsOfGene, type GeneCounts } from "./gene-wise.ts";

/** Of the coefficients that are not shrunken, natural logarithms. */
const wide = 15;
/** Between these the variance of all changes is looked for. */
const [leastVariance, mostVariance] = [1e-12, 400];
const rounds = 500;

/**
 * The scale of the prior, natural logarithms: the spread of the changes beyond their errors, weighing each by how much it says
 * (Efron & Morris 1975, as apeglm's priorVar), at most 1. Changes and errors of natural logarithms; where there is none, or no error, is
 * left out.
 */
export function priorScale(changes: ArrayLike<number>, errors: ArrayLike<number>): number {
  const there = Array.from({ length: changes.length }, (_, at) => at).filter(
    (at) => Number.isFinite(changes[at]) && Number.isFinite(errors[at]) && (errors[at] as number) > 0,
  );
  const over = (variance: number): number => {
    let [sum, weights] = [0, 0];
    for (const at of there) {
      const own = (errors[at] as number) ** 2;
      const weight = 1 / (2 * (variance + own) ** 2);
      sum += weight * ((changes[at] as number) ** 2 - own);
      weights += weight;
    }
    return sum / weights - variance;
  };
  if (there.length === 0) return 1;
  if (!(over(leastVariance) > 0)) return Math.sqrt(leastVariance);
  let [low, high] = [leastVariance, mostVariance];
  // Halved on the logarithmic scale, until the doubles end.
  for (let turn = 0; turn < 200 && high / low > 1 + 1e-14; turn++) {
    const middle = Math.sqrt(low * high);
    if (over(middle) > 0) low = middle;
    else high = middle;
  }
  return Math.min(Math.sqrt(low), 1);
}

export interface ToShrink {
  readonly data: CountTable & { readonly genes: number };
  /** With the compared coefficient at `at`. */
  readonly columns: readonly Float64Array[];
  readonly at: number;
  /** NaN: all counts of the gene are 0. */
  readonly dispersions: Float64Array;
  /** Of the normalised counts; 0: they were outliers and replaced, and nothing is left that could change. */
  readonly means: Float64Array;
  /** Of the unshrunken fit on these columns, natural logarithms: one of the places that the search begins at. */
  readonly beta: (gene: number) => Float64Array;
  pause(share: number): Promise<void> | void;
}

/** Natural logarithms; NaN where there is none. */
export interface ShrunkenChanges {
  readonly change: Float64Array;
  /** The posterior's standard deviation by its curvature. */
  readonly error: Float64Array;
}

export async function cauchyShrinkage(asked: ToShrink, scale: number): Promise<ShrunkenChanges> {
  const { data, columns, at, dispersions } = asked;
  const design = countDesign(columns, data.samples);
  const change = new Float64Array(data.genes).fill(Number.NaN);
  const error = new Float64Array(data.genes).fill(Number.NaN);
  // Where apeglm begins, so that none of two modes is missed that it finds.
  const usual = Float64Array.from(columns, (_, place) => (place % 2 === 0 ? 0.1 : -0.1));
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
    const posterior = new Posterior(design, of, { dispersion, scale, at });
    const own = asked.beta(gene);
    const none = own.map((value, place) => (place === at ? 0 : value));
    const found = [usual, own, none].map((from) => posterior.mode(from));
    const best = found.reduce((one, other) => (other.value > one.value ? other : one));
    change[gene] = best.beta[at] as number;
    error[gene] = posterior.deviation(best.beta);
  }
  return { change, error };
}

interface Prior {
  readonly dispersion: number;
  readonly scale: number;
  readonly at: number;
}

class Posterior {
  readonly #design: CountDesign;
  readonly #gene: GeneCounts;
  readonly #prior: Prior;
  readonly #line: Float64Array;

  constructor(design: CountDesign, gene: GeneCounts, prior: Prior) {
    this.#design = design;
    this.#gene = gene;
    this.#prior = prior;
    this.#line = new Float64Array(design.samples);
  }

  /** Up by Newton's steps; where the curvature is no hill's, by that of a normal prior which touches the Cauchy's from below. */
  mode(from: Float64Array): { readonly beta: Float64Array; readonly value: number } {
    let beta: Float64Array = Float64Array.from(from, (value) => (Number.isFinite(value) ? value : 0));
    let value = this.#value(beta);
    for (let turn = 0; turn < rounds; turn++) {
      const step = this.#step(beta);
      if (!step) break;
      let next = beta;
      let above = Number.NEGATIVE_INFINITY;
      for (let share = 1; share > 1e-12; share /= 2) {
        next = beta.map((each, place) => each + share * (step[place] as number));
        above = this.#value(next);
        if (above >= value) break;
      }
      if (!(above >= value)) break;
      const moved = next.reduce((most, each, place) => Math.max(most, Math.abs(each - (beta[place] as number))), 0);
      beta = next;
      value = above;
      if (moved < 1e-11) break;
    }
    return { beta, value };
  }

  /** Of the compared coefficient: the root of its place in the inverse curvature. */
  deviation(beta: Float64Array): number {
    const { width } = this.#design;
    const { at } = this.#prior;
    const { bend } = this.#slopeAndBend(beta, "own");
    const inverse = new Float64Array(width * width);
    if (!choleskyOf(bend, width)) return Number.NaN;
    inverseOfRoot(bend, width, inverse);
    return Math.sqrt(inverse[at * width + at] as number);
  }

  #value(beta: Float64Array): number {
    const { dispersion, scale, at } = this.#prior;
    const { counts, factors } = this.#gene;
    linear(this.#design, beta, this.#line);
    const size = 1 / dispersion;
    let sum = 0;
    for (let sample = 0; sample < counts.length; sample++) {
      const log = (this.#line[sample] as number) + Math.log(factors[sample] as number);
      const count = counts[sample] as number;
      sum += count * log - (count + size) * Math.log1p(dispersion * Math.exp(log));
    }
    beta.forEach((value, place) => {
      sum -= place === at ? Math.log1p((value / scale) ** 2) : value ** 2 / (2 * wide ** 2);
    });
    return Number.isFinite(sum) ? sum : Number.NEGATIVE_INFINITY;
  }

  #slopeAndBend(beta: Float64Array, by: "own" | "touching"): { readonly slope: Float64Array; readonly bend: Float64Array } {
    const { dispersion, scale, at } = this.#prior;
    const { counts, factors } = this.#gene;
    const { samples, width, x } = this.#design;
    linear(this.#design, beta, this.#line);
    const slope = new Float64Array(width);
    const bend = new Float64Array(width * width);
    for (let sample = 0; sample < samples; sample++) {
      const mean = (factors[sample] as number) * Math.exp(this.#line[sample] as number);
      const count = counts[sample] as number;
      const pull = (count - mean) / (1 + dispersion * mean);
      const weight =
        by === "own" ? (mean * (1 + dispersion * count)) / (1 + dispersion * mean) ** 2 : mean / (1 + dispersion * mean);
      for (let row = 0; row < width; row++) {
        const own = x[sample * width + row] as number;
        if (own === 0) continue;
        slope[row] = (slope[row] as number) + own * pull;
        for (let column = 0; column < width; column++)
          bend[row * width + column] =
            (bend[row * width + column] as number) + weight * own * (x[sample * width + column] as number);
      }
    }
    for (let place = 0; place < width; place++) {
      const value = beta[place] as number;
      const square = scale ** 2 + value ** 2;
      const [pull, curve] =
        place === at
          ? [(2 * value) / square, by === "own" ? (2 * (scale ** 2 - value ** 2)) / square ** 2 : 2 / square]
          : [value / wide ** 2, 1 / wide ** 2];
      slope[place] = (slope[place] as number) - pull;
      bend[place * width + place] = (bend[place * width + place] as number) + curve;
    }
    return { slope, bend };
  }

  #step(beta: Float64Array): Float64Array | null {
    const { width } = this.#design;
    for (const by of ["own", "touching"] as const) {
      const { slope, bend } = this.#slopeAndBend(beta, by);
      if (!choleskyOf(bend, width)) continue;
      const inverse = new Float64Array(width * width);
      inverseOfRoot(bend, width, inverse);
      const step = slope.map((_, row) => slope.reduce((sum, each, at) => sum + (inverse[row * width + at] as number) * each, 0));
      if (step.every(Number.isFinite)) return step;
    }
    return null;
  }
}
