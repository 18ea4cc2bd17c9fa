// The features of largest variance over samples, in their old order; of equal variances the first.

import type { Assay } from "../../artifacts/artifact.ts";
import { denseData } from "../../artifacts/assay.ts";
import type { OptionsOf, StepScope } from "../../contract/step.ts";
import { mostVariable } from "../../stats/most-variable.ts";
import { keepsFeatures } from "../parts/features-of-state.ts";
import { needCount } from "../parts/step-scope.ts";
import type { topVariable } from "./step.ts";

export const { fitted, apply } = keepsFeatures(chosen);

function chosen(step: OptionsOf<typeof topVariable>, assay: Assay, scope: StepScope): ArrayLike<number> {
  const wanted = needCount(scope, step.count, ["count"], 1);
  const { featureCount, sampleCount: width } = assay;
  if (wanted >= featureCount) return Int32Array.from({ length: featureCount }, (_, at) => at);
  const source = denseData(assay);
  return mostVariable(featureCount, wanted, (f) => source.subarray(f * width, (f + 1) * width)).sort();
}
