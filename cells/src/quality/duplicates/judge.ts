// Two samples whose differences from the mean of all are the same, noise included, are one sample twice: replicates share their
// group and not their noise. Where batches make all samples of one alike, the usual likeness of a sample and its nearest says so.

import { sampleIds } from "../../artifacts/assay.ts";
import type { JudgeOf, Verdict } from "../../contract/quality-rule.ts";
import { medianOf } from "../../stats/quantiles.ts";
import { correlations } from "../parts/correlations.ts";
import { dropSamples } from "../parts/drop-samples.ts";
import type { duplicates } from "./rule.ts";
import { words } from "./words.ts";

/** Nothing but noise of counting stands between them, whatever is usual. */
const surely = 0.995;
/** More names than a sentence holds. */
const named = 6;

/** Nothing but what is the same can be told. */
const noLikeness = { of: (): number => Number.NaN };

export const judge: JudgeOf<typeof duplicates> = {
  judge(data, { fail, apart, features }) {
    const { assay } = data;
    const count = assay.sampleCount;
    const equal = data.equal();
    const isSame = (first: number, second: number): boolean => equal[first] === equal[second];
    const hasSame = equal.some((first, sample) => first !== sample);
    const found = count < 4 ? { lacks: words.sentence("few-samples", { n: count }) } : correlations(data, features, true);
    // What is the same to the last digit is told of however few samples there are, and whatever else varies.
    const likeness = "lacks" in found ? (hasSame ? noLikeness : null) : found;
    if (!likeness) return "lacks" in found ? found : { lacks: words.sentence("few-samples", { n: count }) };
    const ids = sampleIds(assay);
    const nearest = new Float64Array(count).fill(Number.NaN);
    for (let first = 0; first < count; first++)
      for (let second = first + 1; second < count; second++) {
        const value = likeness.of(first, second);
        for (const sample of [first, second]) if (!(value <= (nearest[sample] as number))) nearest[sample] = value;
      }
    const usual = medianOf(nearest.filter((value) => !Number.isNaN(value)).map(Math.atanh));
    const isAlike = (value: number): boolean => value > fail && (value >= surely || Math.atanh(value) - usual >= apart);
    const valueOf = (first: number, second: number): number => {
      if (isSame(first, second)) return 1;
      const value = likeness.of(first, second);
      return isAlike(value) ? value : Number.NaN;
    };
    const verdicts = setsOf(count, valueOf).map(({ samples, value }): Verdict => {
      const params = {
        n: samples.length,
        names: samples.slice(0, named).map((sample) => ids[sample] ?? ""),
        value,
        threshold: fail,
      };
      const says = words.sentence(samples.length > named ? "same-many" : "same", params);
      // Of samples that are one the first stays.
      return { level: "fail", samples, value, threshold: fail, says, ...dropSamples(assay, samples.slice(1)) };
    });
    return { measures: [{ name: "nearest_correlation", values: nearest }], verdicts };
  },
};

/** Samples that hang together by being alike (NaN: two are not), in their order, and the least likeness of two that are. */
function setsOf(
  count: number,
  likenessOf: (first: number, second: number) => number,
): readonly { readonly samples: readonly number[]; readonly value: number }[] {
  const above = Int32Array.from({ length: count }, (_, sample) => sample);
  const least = new Float64Array(count).fill(1);
  const root = (sample: number): number => {
    let at = sample;
    while (above[at] !== at) {
      above[at] = above[above[at] as number] as number;
      at = above[at] as number;
    }
    return at;
  };
  for (let first = 0; first < count; first++)
    for (let second = first + 1; second < count; second++) {
      const value = likenessOf(first, second);
      if (Number.isNaN(value)) continue;
      const [one, other] = [root(first), root(second)];
      const top = Math.min(one, other);
      above[Math.max(one, other)] = top;
      least[top] = Math.min(least[one] as number, least[other] as number, value);
    }
  const sets = new Map<number, number[]>();
  for (let sample = 0; sample < count; sample++) sets.set(root(sample), [...(sets.get(root(sample)) ?? []), sample]);
  return [...sets].flatMap(([top, samples]) => (samples.length > 1 ? [{ samples, value: least[top] as number }] : []));
}
