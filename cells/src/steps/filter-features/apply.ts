// Features whose values reach a bound in enough samples, or in sum: of the numbers that are shown, so that 0.7 reaches 0.7.

import { asWritten } from "../../artifacts/as-written.ts";
import type { Assay } from "../../artifacts/artifact.ts";
import type { OptionsOf, StepScope } from "../../contract/step.ts";
import { SumsByPlace } from "../../stats/sums.ts";
import { eachValue } from "../parts/matrix-values.ts";
import { needReads } from "../parts/need-reads.ts";
import { needNumber } from "../parts/step-scope.ts";
import { keepsFeatures } from "../parts/features-of-state.ts";
import type { filterFeatures } from "./step.ts";

type Options = OptionsOf<typeof filterFeatures>;

export const { fitted, apply } = keepsFeatures(expressed);

function expressed(step: Options, assay: Assay, scope: StepScope): readonly number[] {
  needReads(assay, "scale-filter", scope);
  const { rule } = step;
  let seen: Float64Array = new Float64Array(assay.featureCount);
  let bound: number;
  if (rule.by === "count") {
    const least = needNumber(scope, rule.min, ["rule", "min"]);
    bound = needNumber(scope, rule.samples, ["rule", "samples"], 0);
    eachValue(assay, (feature, _sample, value) => {
      if (asWritten(value) >= least) seen[feature] = (seen[feature] as number) + 1;
    });
    if (assay.values.layout === "sparse" && least <= 0) {
      // Zeros that are not stored reach the bound as well.
      const stored = new Float64Array(assay.featureCount);
      eachValue(assay, (feature) => (stored[feature] = (stored[feature] as number) + 1));
      for (let feature = 0; feature < seen.length; feature++)
        seen[feature] = (seen[feature] as number) + assay.sampleCount - (stored[feature] as number);
    }
  } else {
    bound = needNumber(scope, rule.above, ["rule", "above"]);
    const sums = new SumsByPlace(assay.featureCount);
    eachValue(assay, (feature, _sample, value) => {
      if (!Number.isNaN(value)) sums.add(feature, asWritten(value));
    });
    seen = sums.all();
  }
  const kept: number[] = [];
  for (let feature = 0; feature < seen.length; feature++) {
    const value = seen[feature] as number;
    if (rule.by === "count" ? value >= bound : value > bound) kept.push(feature);
  }
  return kept;
}
