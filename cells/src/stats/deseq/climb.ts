// Where weighted least squares run away (a group without a single read, a number whose scale is far from 1): the same likelihood with
// the ridge as a prior, by R's optim(), on the scale of log2 and within 30, as DESeq2 goes. It often stops short of the top, and where
// it stops is what DESeq2 reports.

import { boundedMinimum } from "../bounded-minimum.ts";
import { type CountDesign, linear } from "./count-design.ts";
import { logDensity } from "./density.ts";
import type { OneGene } from "./one-gene.ts";

const farthest = 30;
/** Stands for what is not finite. */
const worst = 1e300;

/** From coefficients as log2 and to such; `ridge` is on natural logarithms, of all that the gene says nothing else of. */
export function climb(
  design: CountDesign,
  gene: OneGene,
  from: Float64Array,
  ridge: number,
): { readonly beta: Float64Array; readonly settled: boolean } {
  const { counts, factors, dispersion, ridges } = gene;
  const { samples, width } = design;
  const line = new Float64Array(samples);
  const weights = from.map((_, at) => (ridges?.[at] ?? ridge) * Math.LN2 ** 2);
  const constant = weights.reduce((sum, weight) => sum + Math.log(2 * Math.PI) / 2 - Math.log(weight) / 2, 0);
  const value = (beta: Float64Array): number => {
    linear(design, beta, line);
    let sum = constant;
    for (let at = 0; at < width; at++) sum += ((weights[at] as number) * (beta[at] as number) ** 2) / 2;
    for (let sample = 0; sample < samples; sample++)
      sum -= logDensity(counts[sample] as number, (factors[sample] as number) * 2 ** (line[sample] as number), dispersion);
    return Number.isFinite(sum) ? sum : worst;
  };
  const { at, settled } = boundedMinimum({ value, from, low: -farthest, high: farthest });
  return { beta: at, settled };
}
