// Median of a sample's correlations with the others, and how far it lies below those of all (as arrayQualityMetrics and iDEP do
// with distances between arrays: Kauffmann et al., Bioinformatics 25:415-416, 2009). Where groups are compared, the correlations
// are those within the sample's own group, so that a small group is no outlier for being one.

import type { JudgeOf } from "../../contract/quality-rule.ts";
import { lowSamples } from "../parts/low-samples.ts";
import { medianCorrelations } from "../parts/median-correlations.ts";
import type { sampleCorrelation } from "./rule.ts";
import { words } from "./words.ts";

export const judge: JudgeOf<typeof sampleCorrelation> = {
  judge(data, settings) {
    const found = medianCorrelations(data, settings.features);
    if ("lacks" in found) return found;
    const { medians, median, z } = found;
    // Of samples that are almost alike the least difference is many deviations.
    const told = z.map((value, sample) => (median - (medians[sample] as number) >= settings.least ? value : Number.NaN));
    return {
      measures: [
        { name: "median_correlation", values: medians },
        { name: "median_correlation_z", values: z, unit: "MAD" },
      ],
      verdicts: lowSamples(
        data.assay,
        told,
        settings,
        ({ sample, share, value, threshold }) => words.sentence("unlike", { sample, value, threshold, z: share, median }),
        medians,
      ),
    };
  },
};
