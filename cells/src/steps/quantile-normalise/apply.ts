// What is kept is the mean of the sorted samples of the training: later samples are brought to it (preprocessCore's
// normalize.quantiles.use.target), those of the training by the same, which is normalize.quantiles.

import { z } from "zod";
import type { Assay } from "../../artifacts/artifact.ts";
import { denseData, featureIds, sampleIds } from "../../artifacts/assay.ts";
import type { StepScope } from "../../contract/step.ts";
import { meanQuantiles, toQuantiles } from "../../stats/quantile-normalise.ts";
import { featuresOfState, namesOfState } from "../parts/features-of-state.ts";
import { fittedOf } from "../parts/fitted.ts";
import { needFiniteMatrix, refuseGenotypes } from "../parts/need-logs.ts";
import { refuse } from "../parts/step-scope.ts";
import type { quantileNormalise } from "./step.ts";
import { words } from "./words.ts";

const state = z.strictObject({ features: namesOfState, target: z.array(z.number()) });

export const { fitted, apply } = fittedOf<typeof quantileNormalise>()({
  keeps: () => "statistics",
  state,
  on: {
    assay: {
      fit(_step, assay, scope) {
        checked(assay, scope);
        if (assay.scale === "counts") scope.say(words.sentence("of-counts", { step: scope.index + 1 }));
        const { sampleCount: n } = assay;
        if (n === 1) scope.say(words.sentence("one-sample", { step: scope.index + 1 }));
        const target = meanQuantiles(assay.featureCount, n, samplesOf(assay));
        return target
          ? { features: [...featureIds(assay)], target: [...target] }
          : refuse(scope, words, "no-value", { noun: assay.featureNoun });
      },
      apply(_step, given, kept, scope) {
        checked(given, scope);
        const assay = featuresOfState(given, kept.features, scope);
        if (kept.target.length !== assay.featureCount) return refuse(scope, words, "other-length", { noun: assay.featureNoun });
        const sampleOf = samplesOf(assay);
        const data = new Float32Array(assay.featureCount * assay.sampleCount);
        const without: string[] = [];
        for (let sample = 0; sample < assay.sampleCount; sample++) {
          scope.signal.throwIfAborted();
          const values = sampleOf(sample);
          if (values.every((value) => Number.isNaN(value))) without.push(sampleIds(assay)[sample] ?? "");
          const made =
            toQuantiles(values, kept.target) ??
            refuse(scope, words, "one-value", { sample: sampleIds(assay)[sample] ?? "", noun: assay.featureNoun });
          made.forEach((value, at) => (data[at * assay.sampleCount + sample] = value));
        }
        if (without.length > 0) scope.say(words.sentence("empty-samples", { step: scope.index + 1, n: without.length }));
        // Counts that were given other values, and deviations of other features, are what they were no more.
        const scale = assay.scale === "counts" || assay.scale === "z-score" ? "unknown" : assay.scale;
        return { ...assay, scale, values: { layout: "dense", data } };
      },
    },
  },
});

function checked(assay: Assay, scope: StepScope): void {
  refuseGenotypes(assay, scope);
  needFiniteMatrix(assay, scope);
}

function samplesOf(assay: Assay): (sample: number) => Float64Array {
  const data = denseData(assay);
  const { featureCount, sampleCount } = assay;
  return (sample) => Float64Array.from({ length: featureCount }, (_, at) => data[at * sampleCount + sample] as number);
}
