// Where weighted least squares run away (a group without a single read): the same likelihood with the ridge as a prior, climbed by
// Newton's steps that are halved until they lead up, within 30 on the scale of log2.

import { choleskyOf, inverseOfRoot } from "../small-matrix.ts";
import { type CountDesign, linear } from "./count-design.ts";
import { logDensity } from "./density.ts";
import type { OneGene } from "./one-gene.ts";

const farthest = 30 * Math.LN2;
const rounds = 200;
/** On natural logarithms. */
const ridge = 1e-6 / Math.LN2 ** 2;

export function climb(design: CountDesign, gene: OneGene, from: Float64Array): { beta: Float64Array; settled: boolean } {
  let beta = from.map(bounded);
  let now = posterior(design, gene, beta);
  for (let turn = 0; turn < rounds; turn++) {
    const step = newtonStep(design, gene, beta);
    if (!step) return { beta, settled: false };
    let share = 1;
    let next = beta;
    let value = Number.NEGATIVE_INFINITY;
    for (; share > 1e-10; share /= 2) {
      next = beta.map((each, at) => bounded(each + share * (step[at] as number)));
      value = posterior(design, gene, next);
      if (value >= now) break;
    }
    if (!(value >= now)) return { beta, settled: true };
    const rise = value - now;
    beta = next;
    now = value;
    if (rise <= 1e-12 * (Math.abs(now) + 0.1)) return { beta, settled: true };
  }
  return { beta, settled: false };
}

const bounded = (value: number): number => Math.max(-farthest, Math.min(farthest, Number.isFinite(value) ? value : 0));

function posterior(design: CountDesign, { counts, factors, dispersion, ridges }: OneGene, beta: Float64Array): number {
  const means = new Float64Array(design.samples);
  linear(design, beta, means);
  let sum = 0;
  for (let sample = 0; sample < counts.length; sample++)
    sum += logDensity(counts[sample] as number, (factors[sample] as number) * Math.exp(means[sample] as number), dispersion);
  beta.forEach((each, at) => (sum -= ((ridges?.[at] ?? ridge) * each * each) / 2));
  return Number.isFinite(sum) ? sum : Number.NEGATIVE_INFINITY;
}

function newtonStep(
  design: CountDesign,
  { counts, factors, dispersion, ridges }: OneGene,
  beta: Float64Array,
): Float64Array | null {
  const { samples, width, x } = design;
  const means = new Float64Array(samples);
  linear(design, beta, means);
  const slope = beta.map((each, at) => -(ridges?.[at] ?? ridge) * each);
  const bend = new Float64Array(width * width);
  for (let sample = 0; sample < samples; sample++) {
    const mean = (factors[sample] as number) * Math.exp(means[sample] as number);
    const y = counts[sample] as number;
    const pull = (y - mean) / (1 + dispersion * mean);
    const weight = (mean * (1 + dispersion * y)) / (1 + dispersion * mean) ** 2;
    for (let row = 0; row < width; row++) {
      const by = x[sample * width + row] as number;
      slope[row] = (slope[row] as number) + by * pull;
      for (let column = 0; column < width; column++)
        bend[row * width + column] =
          (bend[row * width + column] as number) + weight * by * (x[sample * width + column] as number);
    }
  }
  for (let at = 0; at < width; at++) bend[at * width + at] = (bend[at * width + at] as number) + (ridges?.[at] ?? ridge);
  if (!choleskyOf(bend, width)) return null;
  const inverse = new Float64Array(width * width);
  inverseOfRoot(bend, width, inverse);
  return slope.map((_, row) => slope.reduce((sum, each, at) => sum + (inverse[row * width + at] as number) * each, 0));
}
