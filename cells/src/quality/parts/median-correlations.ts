// Of each sample the median of its correlations with the others (of its group, where groups are compared, so that a small group is no
// outlier for being one), and how far it lies below those of all, in median absolute deviations.

import type { QualityData } from "../../contract/quality-rule.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { medianOf } from "../../stats/quantiles.ts";
import { robustZ } from "../../stats/robust-z.ts";
import { words } from "../words.ts";
import { correlations } from "./correlations.ts";
import { groupingOf } from "./quality-data.ts";

/** Of fewer samples it cannot be told which is the odd one. */
const fewestSamples = 5;

/** Of samples that are the same to the last digit one that is not is no number of deviations away. */
const leastSpread = 0.001;

export interface MedianCorrelations {
  readonly medians: Float64Array;
  readonly median: number;
  readonly z: Float64Array;
}

export function medianCorrelations(data: QualityData, features: number): MedianCorrelations | { readonly lacks: Sentence } {
  const { assay, columns } = data;
  if (assay.sampleCount < fewestSamples) return { lacks: words.sentence("few-samples", { n: assay.sampleCount }) };
  const found = correlations(data, features, false);
  if ("lacks" in found) return found;
  const { group } = columns;
  const groups = group && groupingOf(group, assay.sampleCount);
  const equal = data.equal();
  const medians = new Float64Array(assay.sampleCount);
  for (let sample = 0; sample < medians.length; sample++) {
    const others = [...medians.keys()].filter(
      // The same sample again says nothing of it.
      (other) => other !== sample && equal[other] !== equal[sample],
    );
    const of = groups?.of[sample] ?? -1;
    // Samples of which no group is told are no group.
    const own = of < 0 ? [] : others.filter((other) => groups?.of[other] === of);
    medians[sample] = medianOf(
      // With a sample in which nothing varies there is no correlation.
      Float64Array.from(own.length >= 3 ? own : others, (other) => found.of(sample, other)).filter((one) => !Number.isNaN(one)),
    );
  }
  const { spread, median } = robustZ(medians);
  return { medians, median, z: medians.map((value) => (value - median) / Math.max(spread, leastSpread)) };
}
