// The features of largest variance over samples, in their old order; of equal variances the first.

import { denseData } from "../../artifacts/assay.ts";
import type { Apply } from "../../contract/step.ts";
import { mostVariable } from "../../stats/most-variable.ts";
import { needCount } from "../parts/step-scope.ts";
import { takeFeatures } from "../parts/take-features.ts";
import type { topVariable } from "./step.ts";

export const apply: Apply<typeof topVariable> = {
  assay(step, assay, scope) {
    const wanted = needCount(scope, step.count, ["count"], 1);
    if (wanted >= assay.featureCount) return assay;
    const source = denseData(assay);
    const width = assay.sampleCount;
    const chosen = mostVariable(assay.featureCount, wanted, (f) => source.subarray(f * width, (f + 1) * width));
    return takeFeatures(assay, chosen.sort());
  },
};
