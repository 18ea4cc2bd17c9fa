// Pearson correlations between samples over the most variable features. Less their medians what all samples share says nothing:
// medians, and features chosen by the spread of their middle half, since of means and variances one broken sample is most. A
// feature with a missing value is left out.

import type { QualityData } from "../../contract/quality-rule.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { words } from "../words.ts";
import { completeRows } from "./complete-rows.ts";
import { mostVariableOf } from "../../stats/most-variable.ts";
import { medianOf, quantiles } from "../../stats/quantiles.ts";

export interface Correlations {
  readonly samples: number;
  readonly features: number;
  of(a: number, b: number): number;
}

/** Some five seconds of work, and 130 MB of answers. */
const mostProducts = 4e9;
const mostSamples = 4_000;

/**
 * `centred`: less the medians; else of the values as they are, as heat maps of samples show them. Or why there are none: too few
 * features have a value in every sample to speak for all.
 */
export function correlations(data: QualityData, most: number, centred: boolean): Correlations | { readonly lacks: Sentence } {
  const samples = data.assay.sampleCount;
  if (samples > mostSamples) return { lacks: words.sentence("too-many-samples", { n: samples, most: mostSamples }) };
  const whole = completeRows(data, centred ? spread(data, most) : data.variable(most));
  if ("lacks" in whole) return whole;
  const rows = centred ? whole.map(lessMedian) : whole;
  const count = rows.length;
  if ((samples * samples * count) / 2 > mostProducts)
    return { lacks: words.sentence("too-many-pairs", { n: samples, features: Math.floor((2 * mostProducts) / samples ** 2) }) };
  const unit = new Float64Array(samples * count);
  for (let sample = 0; sample < samples; sample++) {
    let mean = 0;
    for (const row of rows) mean += (row[sample] as number) / count;
    let squares = 0;
    for (const row of rows) squares += ((row[sample] as number) - mean) ** 2;
    const length = Math.sqrt(squares);
    for (let at = 0; at < count; at++)
      unit[sample * count + at] = length > 0 ? (((rows[at] as Float64Array)[sample] as number) - mean) / length : Number.NaN;
  }
  const found = new Float64Array(samples * samples);
  for (let a = 0; a < samples; a++)
    for (let b = a; b < samples; b++) {
      let sum = 0;
      for (let at = 0; at < count; at++) sum += (unit[a * count + at] as number) * (unit[b * count + at] as number);
      const value = Math.min(1, Math.max(-1, sum));
      found[a * samples + b] = value;
      found[b * samples + a] = value;
    }
  return { samples, features: count, of: (a, b) => found[a * samples + b] as number };
}

function lessMedian(row: Float64Array): Float64Array {
  const median = medianOf(row);
  return row.map((value) => value - median);
}

/** Features by the width of their middle half, the widest first. */
function spread({ assay, logged }: QualityData, most: number): Int32Array {
  const all = logged();
  const widths = new Float64Array(assay.featureCount);
  for (let feature = 0; feature < widths.length; feature++) {
    const [low, high] = quantiles(all.slice(feature * assay.sampleCount, (feature + 1) * assay.sampleCount), [0.25, 0.75]);
    widths[feature] = (high as number) - (low as number) || 0;
  }
  return mostVariableOf(widths, most);
}
