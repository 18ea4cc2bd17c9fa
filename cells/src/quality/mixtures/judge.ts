// A sample that holds half of another one shares with it what is that one's alone: noise of its own, genes that are on in it. Given all
// other samples, which take away groups, sexes, batches and whatever else several samples have in common, two that are unmixed share
// next to nothing. Which of the two is the mixture cannot be told by that.

import { sampleIds } from "../../artifacts/assay.ts";
import type { JudgeOf, QualityData, Verdict } from "../../contract/quality-rule.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { mostVariableOf } from "../../stats/most-variable.ts";
import { partialCorrelations } from "../../stats/partial-correlations.ts";
import { medianOf, quantiles } from "../../stats/quantiles.ts";
import { words as shared } from "../words.ts";
import { completeRows } from "../parts/complete-rows.ts";
import type { mixtures } from "./rule.ts";
import { words } from "./words.ts";

/** Fewer others leave too much in common that two of the samples have by chance. */
const fewestSamples = 16;
/** What is left of the rows when the other samples are taken off is to be more than chance. */
const rowsEach = 5;
const ridge = 0.01;
/** Spreads from the median; what lies farther, one broken sample, would be most of a sum. */
const farthest = 4;
/** Two that are so alike before anything is taken off are one sample, which is told by another rule. Less would hide mixtures. */
const sameSample = 0.92;
/** Some five seconds of work. */
const mostProducts = 4e9;

export const judge: JudgeOf<typeof mixtures> = {
  judge(data, { warn, apart, features }) {
    const { assay } = data;
    const equal = data.equal();
    // A sample that is there twice would hide the second one's likeness to all others.
    const samples = [...equal.keys()].filter((sample) => equal[sample] === sample);
    const count = samples.length;
    if (count < fewestSamples) return { lacks: words.sentence("few-samples", { n: count, least: fewestSamples }) };
    const found = scaledRows(data, samples, features);
    if ("lacks" in found) return found;
    const products = productsOf(found, count);
    const partial = partialCorrelations(products, count, ridge);
    if (!partial) return { lacks: words.sentence("nothing-varies") };
    const nearest = new Float64Array(count).fill(Number.NaN);
    for (let at = 0; at < partial.length; at++) {
      const sample = Math.floor(at / count);
      if (!((partial[at] as number) <= (nearest[sample] as number)) && !Number.isNaN(partial[at]))
        nearest[sample] = partial[at] as number;
    }
    const usual = medianOf(nearest.map(Math.atanh));
    const alike = (a: number, b: number): number =>
      (products[a * count + b] as number) / Math.sqrt((products[a * count + a] as number) * (products[b * count + b] as number));
    const ids = sampleIds(assay);
    const verdicts: Verdict[] = [];
    for (let a = 0; a < count; a++)
      for (let b = a + 1; b < count; b++) {
        const value = partial[a * count + b] as number;
        if (!(value > warn && Math.atanh(value) - usual >= apart) || alike(a, b) > sameSample) continue;
        const pair = [samples[a] as number, samples[b] as number];
        const [first = "", second = ""] = pair.map((sample) => ids[sample] ?? "");
        const says = words.sentence("shared", { first, second, value, threshold: warn });
        verdicts.push({ level: "warn", samples: pair, value, threshold: warn, says });
      }
    const values = new Float64Array(assay.sampleCount).fill(Number.NaN);
    samples.forEach((sample, at) => (values[sample] = nearest[at] as number));
    return { measures: [{ name: "nearest_partial_correlation", values }], verdicts };
  },
};

/**
 * Rows of these samples, each less its median in widths of its middle half, and without what rows and samples have in common: of the
 * half of all features that is most expressed (of the others most is noise of counting) those that vary most.
 */
function scaledRows(
  data: QualityData,
  samples: readonly number[],
  most: number,
): readonly Float64Array[] | { readonly lacks: Sentence } {
  const { featureCount, sampleCount } = data.assay;
  const all = data.logged();
  const medians = new Float64Array(featureCount);
  for (let feature = 0; feature < featureCount; feature++) {
    const median = medianOf(all.subarray(feature * sampleCount, (feature + 1) * sampleCount));
    medians[feature] = Number.isNaN(median) ? Number.NEGATIVE_INFINITY : median;
  }
  const whole = completeRows(data, mostVariableOf(medians, Math.floor(featureCount / 2)));
  if ("lacks" in whole) return whole;
  const rows = whole.map((row) => Float64Array.from(samples, (sample) => row[sample] as number));
  const widths = Float64Array.from(rows, (row) => {
    const [low, high] = quantiles(row.slice(), [0.25, 0.75]);
    return ((high as number) - (low as number)) / 1.349 || 0;
  });
  const chosen = [...mostVariableOf(widths, most)].filter((row) => (widths[row] as number) > 0);
  const n = chosen.length;
  if (n < rowsEach * samples.length) return { lacks: words.sentence("few-features", { n, samples: samples.length }) };
  if ((samples.length ** 2 * n) / 2 > mostProducts) {
    const params = { n: samples.length, features: Math.floor((2 * mostProducts) / samples.length ** 2) };
    return { lacks: shared.sentence("too-many-pairs", params) };
  }
  const scaled = chosen.map((at) => {
    const row = rows[at] as Float64Array;
    const median = medianOf(row);
    return row.map((value) => Math.min(farthest, Math.max(-farthest, (value - median) / (widths[at] as number))));
  });
  const means = new Float64Array(samples.length);
  for (const row of scaled) row.forEach((value, sample) => (means[sample] = (means[sample] as number) + value / n));
  for (const row of scaled) {
    let mean = 0;
    for (let at = 0; at < row.length; at++) mean += (row[at] = (row[at] as number) - (means[at] as number)) / row.length;
    for (let at = 0; at < row.length; at++) row[at] = (row[at] as number) - mean;
  }
  return scaled;
}

/** Mean products of each sample with each. */
function productsOf(rows: readonly Float64Array[], samples: number): Float64Array {
  const products = new Float64Array(samples * samples);
  for (const row of rows)
    for (let a = 0; a < samples; a++) {
      const own = row[a] as number;
      for (let b = 0; b <= a; b++) products[a * samples + b] = (products[a * samples + b] as number) + own * (row[b] as number);
    }
  for (let a = 0; a < samples; a++)
    for (let b = 0; b <= a; b++)
      products[b * samples + a] = products[a * samples + b] = (products[a * samples + b] as number) / rows.length;
  return products;
}
