// Coefficients of a gene's counts on the design, given its dispersion: iteratively weighted least squares with a ridge so small
// that it only keeps what runs away, as DESeq2 goes (Love, Huber & Anders 2014, Methods; its stopping rules and bounds, too).

import { logGamma } from "../log-gamma.ts";
import { choleskyOf, inverseOfRoot, reflectAndSolve } from "../small-matrix.ts";
import { type CountDesign, linear } from "./count-design.ts";
import { logDensity } from "./density.ts";
import type { OneGene } from "./one-gene.ts";
import { climb } from "./climb.ts";

/** No fitted mean is taken for less while the weights are made. */
export const leastMean = 0.5;
const mostRounds = 100;
const tolerance = 1e-8;
/** Natural logarithms beyond this run away. */
const farthest = 30;
/** On natural logarithms: 1e-6 on those of base 2. */
export const ridge = 1e-6 / Math.LN2 ** 2;

export interface FittedMeans {
  /** Natural logarithms. */
  readonly beta: Float64Array;
  /** Covariance of `beta`, row after row. */
  readonly covariance: Float64Array;
  /** Of each sample, not raised to the least one. */
  readonly means: Float64Array;
  readonly leverage: Float64Array;
  readonly logLikelihood: number;
  readonly settled: boolean;
}

/** The coefficients alone: of where the search for the dispersion begins. */
export function fitCoefficients(design: CountDesign, gene: OneGene): Float64Array {
  const rounds = weightedRounds(design, gene);
  return rounds.settled ? rounds.beta : climbed(design, gene, rounds).beta;
}

export function fitMeans(design: CountDesign, gene: OneGene): FittedMeans {
  const { counts, factors, dispersion, ridges } = gene;
  const { width, samples } = design;
  const rounds = weightedRounds(design, gene);
  const spread = spreadOf(design, rounds.means, dispersion, ridges);
  if (rounds.settled && spread && isVariance(spread.covariance, width)) {
    const { beta, settled } = rounds;
    const means = meansOf(design, beta, factors, 0);
    return { beta, ...spread, means, logLikelihood: logLikelihoodOf(counts, means, dispersion), settled };
  }
  const { beta, settled } = climbed(design, gene, rounds);
  const means = meansOf(design, beta, factors, 0);
  const raised = means.map((mean) => Math.max(mean, leastMean));
  return {
    beta,
    covariance: spreadOf(design, raised, dispersion, ridges)?.covariance ?? new Float64Array(width * width),
    // Those of where the rounds ended, as there.
    leverage: spread?.leverage ?? new Float64Array(samples),
    means,
    logLikelihood: logLikelihoodOf(counts, raised, dispersion),
    settled,
  };
}

interface Rounds {
  readonly beta: Float64Array;
  /** Of before they were lost, where they were. */
  readonly means: Float64Array;
  readonly settled: boolean;
}

function weightedRounds(design: CountDesign, { counts, factors, dispersion, ridges }: OneGene): Rounds {
  const beta = beginning(design, counts, factors);
  const { samples, width, x } = design;
  const means = meansOf(design, beta, factors, leastMean);
  const values = new Float64Array((samples + width) * width);
  const target = new Float64Array(samples + width);
  const constant = constantOf(counts, dispersion);
  const roots = Float64Array.from({ length: width }, (_, at) => Math.sqrt(ridges?.[at] ?? ridge));
  let before = 0;
  for (let round = 0; round < mostRounds; round++) {
    values.fill(0);
    target.fill(0);
    for (let sample = 0; sample < samples; sample++) {
      const mean = means[sample] as number;
      const weight = Math.sqrt(mean / (1 + dispersion * mean));
      for (let at = 0; at < width; at++) values[sample * width + at] = (x[sample * width + at] as number) * weight;
      target[sample] = weight * (Math.log(mean / (factors[sample] as number)) + ((counts[sample] as number) - mean) / mean);
    }
    for (let at = 0; at < width; at++) values[(samples + at) * width + at] = roots[at] as number;
    const isSolved = reflectAndSolve(values, target, { rows: samples + width, width }, beta);
    if (!isSolved || beta.some((value) => !(Math.abs(value) <= farthest))) return { beta, means, settled: false };
    meansOf(design, beta, factors, leastMean, means);
    const deviance = -2 * (constant + varyingOf(counts, means, dispersion));
    const change = Math.abs(deviance - before) / (Math.abs(deviance) + 0.1);
    if (Number.isNaN(change)) return { beta, means, settled: false };
    if (round > 0 && change < tolerance) return { beta, means, settled: round < mostRounds - 1 };
    before = deviance;
  }
  return { beta, means, settled: false };
}

/**
 * From where the rounds ended, unless they ran away: then from least squares of natural logarithms, which are taken as they are for
 * those of base 2, as there.
 */
function climbed(
  design: CountDesign,
  gene: OneGene,
  { beta }: Rounds,
): { readonly beta: Float64Array; readonly settled: boolean } {
  const isNear = beta.every((value) => Math.abs(value) < farthest * Math.LN2);
  const from = isNear ? beta.map((value) => value / Math.LN2) : beginning(design, gene.counts, gene.factors);
  const found = climb(design, gene, from, ridge);
  return { ...found, beta: found.beta.map((value) => value * Math.LN2) };
}

/** Least squares of the logarithms. */
function beginning(design: CountDesign, counts: Float64Array, factors: Float64Array): Float64Array {
  const logs = counts.map((count, sample) => Math.log(count / (factors[sample] as number) + 0.1));
  return design.straight.coefficients(logs, new Float64Array(design.width));
}

export function meansOf(
  design: CountDesign,
  beta: Float64Array,
  factors: Float64Array,
  least: number,
  into: Float64Array = new Float64Array(design.samples),
): Float64Array {
  linear(design, beta, into);
  for (let sample = 0; sample < into.length; sample++)
    into[sample] = Math.max((factors[sample] as number) * Math.exp(into[sample] as number), least);
  return into;
}

export function logLikelihoodOf(counts: Float64Array, means: Float64Array, dispersion: number): number {
  let sum = 0;
  for (let sample = 0; sample < counts.length; sample++)
    sum += logDensity(counts[sample] as number, means[sample] as number, dispersion);
  return sum;
}

/** What of the log likelihood does not change with the means, and what does: quicker than the whole, and as exact as the rounds need. */
function constantOf(counts: Float64Array, dispersion: number): number {
  const size = 1 / dispersion;
  const ofSize = logGamma(size);
  let sum = 0;
  for (const count of counts) if (count > 0) sum += logGamma(count + size) - ofSize - logGamma(count + 1);
  return sum;
}
function varyingOf(counts: Float64Array, means: Float64Array, dispersion: number): number {
  let sum = 0;
  for (let sample = 0; sample < counts.length; sample++) {
    const count = counts[sample] as number;
    const product = (means[sample] as number) * dispersion;
    sum -= Math.log1p(product) / dispersion;
    if (count > 0) sum += count * Math.log(product / (1 + product));
  }
  return sum;
}

/** Covariance of the coefficients at these means (Σ = A⁻¹ XᵀWX A⁻¹, A = XᵀWX and the ridge), and the diagonal of the hat matrix. */
export function spreadOf(
  { samples, width, x }: CountDesign,
  means: Float64Array,
  dispersion: number,
  ridges?: Float64Array,
): { readonly covariance: Float64Array; readonly leverage: Float64Array } | null {
  const square = width * width;
  const information = new Float64Array(square);
  const weights = means.map((mean) => mean / (1 + dispersion * mean));
  for (let sample = 0; sample < samples; sample++)
    for (let row = 0; row < width; row++)
      for (let column = 0; column < width; column++)
        information[row * width + column] =
          (information[row * width + column] as number) +
          (weights[sample] as number) * (x[sample * width + row] as number) * (x[sample * width + column] as number);
  const root = Float64Array.from(information);
  for (let at = 0; at < width; at++) root[at * width + at] = (root[at * width + at] as number) + (ridges?.[at] ?? ridge);
  if (!choleskyOf(root, width)) return null;
  const inverse = new Float64Array(square);
  inverseOfRoot(root, width, inverse);
  const covariance = product(product(inverse, information, width), inverse, width);
  const leverage = new Float64Array(samples);
  for (let sample = 0; sample < samples; sample++) {
    let sum = 0;
    for (let row = 0; row < width; row++)
      for (let column = 0; column < width; column++)
        sum +=
          (x[sample * width + row] as number) *
          (inverse[row * width + column] as number) *
          (x[sample * width + column] as number);
    leverage[sample] = sum * (weights[sample] as number);
  }
  return { covariance, leverage };
}

function product(a: Float64Array, b: Float64Array, size: number): Float64Array {
  const made = new Float64Array(size * size);
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      let sum = 0;
      for (let at = 0; at < size; at++) sum += (a[row * size + at] as number) * (b[at * size + column] as number);
      made[row * size + column] = sum;
    }
  return made;
}

function isVariance(covariance: Float64Array, width: number): boolean {
  for (let at = 0; at < width; at++) if (!((covariance[at * width + at] as number) > 0)) return false;
  return true;
}
