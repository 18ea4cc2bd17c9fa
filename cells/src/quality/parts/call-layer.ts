// Numbers that a program wrote beside each genotype (depth, quality), where the matrix was loaded with them.

import type { Assay } from "../../artifacts/artifact.ts";
import { denseData } from "../../artifacts/assay.ts";
import { type Genotypes, noCall } from "../../contract/quality-rule.ts";

/** Sites x samples, NaN where none is written; null: there is no such layer. */
export function callLayer(assay: Assay, name: string): Float32Array | null {
  const layer = assay.layers?.find((one) => one.name === name);
  return layer ? denseData({ ...assay, values: layer.values }) : null;
}

export interface LayerOfSamples {
  /** Of all values that are written, those without a genotype too, as bcftools stats has it; NaN of none. */
  readonly mean: Float64Array;
  /** Of the genotypes that have a value the share below the least. */
  readonly low: Float64Array;
  readonly genotypes: number;
  readonly lowGenotypes: number;
}

export function layerOfSamples(assay: Assay, { calls }: Genotypes, values: Float32Array, least: number): LayerOfSamples {
  const { sampleCount } = assay;
  const all = calls();
  const [sum, told, called, low] = [0, 1, 2, 3].map(() => new Float64Array(sampleCount)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number;
    if (!Number.isFinite(value)) continue;
    const sample = at % sampleCount;
    sum[sample] = (sum[sample] as number) + value;
    told[sample] = (told[sample] as number) + 1;
    if (all[at] === noCall) continue;
    called[sample] = (called[sample] as number) + 1;
    if (value < least) low[sample] = (low[sample] as number) + 1;
  }
  const ratio = (one: Float64Array, other: Float64Array): Float64Array =>
    one.map((value, at) => ((other[at] as number) > 0 ? value / (other[at] as number) : Number.NaN));
  const total = (counts: Float64Array): number => counts.reduce((all_, one) => all_ + one, 0);
  return { mean: ratio(sum, told), low: ratio(low, called), genotypes: total(called), lowGenotypes: total(low) };
}
