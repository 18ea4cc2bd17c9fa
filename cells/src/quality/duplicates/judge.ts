// Two samples whose differences from the mean of all are the same, noise included, are one sample twice: replicates share their
// group and not their noise. Where batches make all samples of one alike, the usual likeness of a sample and its nearest says so.

import { sampleIds } from "../../artifacts/assay.ts";
import type { JudgeOf, Verdict } from "../../contract/quality-rule.ts";
import { medianOf } from "../../stats/quantiles.ts";
import { correlations } from "../parts/correlations.ts";
import type { duplicates } from "./rule.ts";
import { words } from "./words.ts";

/** Nothing but noise of counting stands between them, whatever is usual. */
const surely = 0.995;
/** More names than a sentence holds. */
const named = 6;

export const judge: JudgeOf<typeof duplicates> = {
  judge(data, { fail, apart, features }) {
    const { assay } = data;
    // Of two samples the one differs from their mean as the other does, with the other sign.
    if (assay.sampleCount < 4) return { lacks: words.sentence("few-samples", { n: assay.sampleCount }) };
    const found = correlations(data, features, true);
    if ("lacks" in found) return found;
    const ids = sampleIds(assay);
    const pairs = pairsOf(assay.sampleCount).map(([first, second]) => ({ first, second, value: found.of(first, second) }));
    const nearest = new Float64Array(assay.sampleCount).fill(Number.NaN);
    for (const { first, second, value } of pairs)
      for (const sample of [first, second]) if (!(value <= (nearest[sample] as number))) nearest[sample] = value;
    const usual = medianOf(nearest.filter((value) => !Number.isNaN(value)).map(Math.atanh));
    const alike = pairs.filter(({ value }) => value > fail && (value >= surely || Math.atanh(value) - usual >= apart));
    const verdicts = setsOf(alike, assay.sampleCount).map(({ samples, value }): Verdict => {
      const params = {
        n: samples.length,
        names: samples.slice(0, named).map((sample) => ids[sample] ?? ""),
        value,
        threshold: fail,
      };
      const says = words.sentence(samples.length > named ? "same-many" : "same", params);
      return { level: "fail", samples, value, threshold: fail, says };
    });
    return { measures: [{ name: "nearest_correlation", values: nearest }], verdicts };
  },
};

interface Pair {
  readonly first: number;
  readonly second: number;
  readonly value: number;
}

/** Samples that pairs hang together, in their order, and the least likeness of the pairs. */
function setsOf(
  pairs: readonly Pair[],
  count: number,
): readonly { readonly samples: readonly number[]; readonly value: number }[] {
  const above = Int32Array.from({ length: count }, (_, sample) => sample);
  const root = (sample: number): number => {
    let at = sample;
    while (above[at] !== at) at = above[at] as number;
    return at;
  };
  for (const { first, second } of pairs) {
    const [one, other] = [root(first), root(second)];
    above[Math.max(one, other)] = Math.min(one, other);
  }
  const sets = new Map<number, { samples: Set<number>; value: number }>();
  for (const { first, second, value } of pairs) {
    const set = sets.get(root(first)) ?? { samples: new Set(), value: 1 };
    sets.set(root(first), { samples: set.samples.add(first).add(second), value: Math.min(set.value, value) });
  }
  return [...sets.values()].map(({ samples, value }) => ({ samples: [...samples].sort((a, b) => a - b), value }));
}

const pairsOf = (count: number): readonly (readonly [number, number])[] =>
  Array.from({ length: count }, (_, first) =>
    Array.from({ length: count - first - 1 }, (__, at): readonly [number, number] => [first, first + 1 + at]),
  ).flat();
