// Features with at least one read.

import { denseData } from "../../artifacts/assay.ts";
import type { JudgeOf } from "../../contract/quality-rule.ts";
import { medianOf } from "../../stats/quantiles.ts";
import { lowSamples } from "../parts/low-samples.ts";
import type { detectedFeatures } from "./rule.ts";
import { words as shared } from "../words.ts";
import { words } from "./words.ts";

export const judge: JudgeOf<typeof detectedFeatures> = {
  judge({ assay, librarySizes }, settings) {
    if (!librarySizes) return { lacks: words.sentence("no-counts") };
    if (librarySizes.every((size) => size === 0)) return { lacks: shared.sentence("no-reads") };
    const values = denseData(assay);
    const seen = new Float64Array(assay.sampleCount);
    for (let at = 0; at < values.length; at++) {
      const sample = at % assay.sampleCount;
      if ((values[at] as number) > 0) seen[sample] = (seen[sample] as number) + 1;
    }
    const median = medianOf(Float64Array.from(seen));
    const share = seen.map((count) => (median > 0 ? count / median : Number.NaN));
    const noun = assay.featureNoun;
    return {
      measures: [{ name: "detected_features", values: seen }],
      verdicts: lowSamples(assay, share, settings, (params) => words.sentence("few", { ...params, median, noun }), seen),
    };
  },
};
