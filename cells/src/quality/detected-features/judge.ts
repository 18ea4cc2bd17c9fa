// Features with at least one read.

import type { JudgeOf } from "../../contract/quality-rule.ts";
import { medianOf } from "../../stats/quantiles.ts";
import { lowSamples } from "../parts/low-samples.ts";
import { seenPerSample } from "../parts/per-sample.ts";
import type { detectedFeatures } from "./rule.ts";
import { words as shared } from "../words.ts";
import { words } from "./words.ts";

export const judge: JudgeOf<typeof detectedFeatures> = {
  judge({ assay, librarySizes }, settings) {
    if (!librarySizes) return { lacks: words.sentence("no-counts") };
    if (librarySizes.every((size) => size === 0)) return { lacks: shared.sentence("no-reads") };
    const seen = seenPerSample(assay);
    const median = medianOf(Float64Array.from(seen));
    const share = seen.map((count) => (median > 0 ? count / median : Number.NaN));
    const noun = assay.featureNoun;
    return {
      measures: [{ name: "detected_features", values: seen }],
      verdicts: lowSamples(assay, share, settings, (params) => words.sentence("few", { ...params, median, noun }), seen),
    };
  },
};
