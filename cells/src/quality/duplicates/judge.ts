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

export const judge: JudgeOf<typeof duplicates> = {
  judge(data, { fail, apart, features }) {
    const { assay } = data;
    // Of two samples the one differs from their mean as the other does, with the other sign.
    if (assay.sampleCount < 4) return { lacks: words.sentence("few-samples", { n: assay.sampleCount }) };
    const found = correlations(data, features, true);
    if (!found) return { lacks: words.sentence("no-variance") };
    const ids = sampleIds(assay);
    const pairs = pairsOf(assay.sampleCount).map(([first, second]) => ({ first, second, value: found.of(first, second) }));
    const nearest = new Float64Array(assay.sampleCount).fill(Number.NaN);
    for (const { first, second, value } of pairs)
      for (const sample of [first, second]) if (!(value <= (nearest[sample] as number))) nearest[sample] = value;
    const usual = medianOf(nearest.filter((value) => !Number.isNaN(value)).map(Math.atanh));
    const verdicts = pairs.flatMap(({ first, second, value }): Verdict[] => {
      if (!(value > fail) || (value < surely && Math.atanh(value) - usual < apart)) return [];
      const says = words.sentence("same", { first: ids[first] ?? "", second: ids[second] ?? "", value, threshold: fail });
      return [{ level: "fail", samples: [first, second], value, threshold: fail, says }];
    });
    return { measures: [{ name: "nearest_correlation", values: nearest }], verdicts };
  },
};

const pairsOf = (count: number): readonly (readonly [number, number])[] =>
  Array.from({ length: count }, (_, first) =>
    Array.from({ length: count - first - 1 }, (__, at): readonly [number, number] => [first, first + 1 + at]),
  ).flat();
