// Median of a sample's correlations with the others, and how far it lies below those of all (as arrayQualityMetrics and iDEP do
// with distances between arrays: Kauffmann et al., Bioinformatics 25:415-416, 2009). Where groups are compared, the correlations
// are those within the sample's own group, so that a small group is no outlier for being one.

import type { JudgeOf } from "../../contract/quality-rule.ts";
import { medianOf } from "../../stats/quantiles.ts";
import { robustZ } from "../../stats/robust-z.ts";
import { correlations } from "../parts/correlations.ts";
import { lowSamples } from "../parts/low-samples.ts";
import { groupingOf } from "../parts/quality-data.ts";
import type { sampleCorrelation } from "./rule.ts";
import { words } from "./words.ts";

/** Of fewer samples it cannot be told which is the odd one. */
const fewestSamples = 5;

/** Of samples that are the same to the last digit one that is not is no number of deviations away. */
const leastSpread = 0.001;

export const judge: JudgeOf<typeof sampleCorrelation> = {
  judge(data, settings) {
    const { assay, columns } = data;
    if (assay.sampleCount < fewestSamples) return { lacks: words.sentence("few-samples", { n: assay.sampleCount }) };
    const found = correlations(data, settings.features, false);
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
    const z = medians.map((value) => (value - median) / Math.max(spread, leastSpread));
    // Of samples that are almost alike the least difference is many deviations.
    const told = z.map((value, sample) => (median - (medians[sample] as number) >= settings.least ? value : Number.NaN));
    return {
      measures: [
        { name: "median_correlation", values: medians },
        { name: "median_correlation_z", values: z, unit: "MAD" },
      ],
      verdicts: lowSamples(
        assay,
        told,
        settings,
        ({ sample, share, value, threshold }) => words.sentence("unlike", { sample, value, threshold, z: share, median }),
        medians,
      ),
    };
  },
};
