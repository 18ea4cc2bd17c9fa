// The trend of the dispersions of counts without a design, and the scale on which counts of every mean scatter alike: Anders & Huber,
// Genome Biol. 11:R106, 2010, by the formulas of DESeq2's getVarianceStabilizedData.

import { countDesign } from "./count-design.ts";
import { countsOfGene, type CountTable, geneWise, normalisedOf } from "./gene-wise.ts";
import { DispersionLikelihood } from "./likelihood.ts";
import { momentsOfGene } from "./moments-of-gene.ts";
import { leastForTrend, meanTrend, parametricTrend, type LocalTrend, type Trend } from "./trend.ts";

export interface TrendAsked extends CountTable {
  readonly genes: number;
  readonly by: "parametric" | "mean";
  /** Of so many genes, spread over those of a mean above 5 (DESeq2's vst); null: of all. */
  readonly subset: number | null;
  pause(share: number): Promise<void> | void;
}

export type TrendAnswer =
  | { readonly ok: true; readonly trend: Exclude<Trend, LocalTrend> }
  /** few: too few genes have a mean above 5; flat: none is above the floor; none: no curve goes through them. */
  | { readonly ok: false; readonly problem: "few" | "flat" | "none"; readonly n: number };

/** A mean below it says little, and is left out where not all genes are asked. */
const leastMean = 5;

export async function trendOfCounts(asked: TrendAsked): Promise<TrendAnswer> {
  const { samples } = asked;
  const design = countDesign([new Float64Array(samples).fill(1)], samples);
  const likelihood = new DispersionLikelihood(design);
  const inverse = asked.factors.reduce((sum, factor) => sum + 1 / factor, 0) / samples;
  const means = Float64Array.from(
    { length: asked.genes },
    (_, gene) => momentsOfGene(normalisedOf(countsOfGene(asked, gene))).mean,
  );
  const chosen = genesOf(means, asked.subset);
  if (asked.subset !== null && chosen.length < asked.subset) return { ok: false, problem: "few", n: chosen.length };
  const own = new Float64Array(chosen.length);
  for (const [at, gene] of chosen.entries()) {
    if (at % 64 === 0) await asked.pause(at / chosen.length);
    own[at] = geneWise(design, likelihood, countsOfGene(asked, gene), inverse).dispersion;
  }
  const above = [...own.keys()].filter((at) => (own[at] as number) > leastForTrend);
  if (above.length === 0) return { ok: false, problem: "flat", n: 0 };
  const of = (from: (at: number) => number) => Float64Array.from(above, from);
  if (asked.by === "mean") {
    const floor = leastForTrend / 10;
    return { ok: true, trend: meanTrend(own.filter((value) => value > floor)) };
  }
  const trend = parametricTrend(
    of((at) => means[chosen[at] as number] as number),
    of((at) => own[at] as number),
  );
  return trend ? { ok: true, trend } : { ok: false, problem: "none", n: above.length };
}

/** As R rounds: halves to even numbers. */
function genesOf(means: Float64Array, subset: number | null): readonly number[] {
  const genes = [...means.keys()];
  if (subset === null) return genes.filter((gene) => (means[gene] as number) > 0);
  const order = genes
    .filter((gene) => (means[gene] as number) > leastMean)
    .sort((a, b) => (means[a] as number) - (means[b] as number) || a - b);
  if (order.length < subset) return order;
  return Array.from({ length: subset }, (_, at) => order[rounded((at * (order.length - 1)) / (subset - 1))] as number);
}
function rounded(place: number): number {
  const low = Math.floor(place);
  const rest = place - low;
  return rest > 0.5 || (rest === 0.5 && low % 2 === 0) ? low + 1 : low;
}

/** A normalised count on the scale, as a logarithm of base 2 where it is large. */
export function stabilised(trend: Exclude<Trend, LocalTrend>, count: number): number {
  if (trend.by === "mean")
    return (2 * Math.asinh(Math.sqrt(trend.value * count)) - Math.log(trend.value) - Math.log(4)) / Math.LN2;
  const { asymptotic: b, extra: a } = trend;
  return Math.log2((1 + a + 2 * b * count + 2 * Math.sqrt(b * count * (1 + a + b * count))) / (4 * b));
}
