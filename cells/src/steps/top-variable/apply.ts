// The features of largest variance over samples, in their old order; of equal variances the first.

import { denseData } from "../../artifacts/assay.ts";
import type { Apply } from "../../contract/step.ts";
import { spreadOf } from "../parts/spread-of.ts";
import { needNumber } from "../parts/step-scope.ts";
import { takeFeatures } from "../parts/take-features.ts";
import type { topVariable } from "./step.ts";

export const apply: Apply<typeof topVariable> = {
  assay(step, assay, scope) {
    const wanted = Math.floor(needNumber(scope, step.count, ["count"], 1));
    if (wanted >= assay.featureCount) return assay;
    const source = denseData(assay);
    const width = assay.sampleCount;
    const variances = Float64Array.from(
      { length: assay.featureCount },
      (_, feature) => spreadOf(source.subarray(feature * width, (feature + 1) * width)).variance,
    );
    const order = Int32Array.from({ length: assay.featureCount }, (_, feature) => feature);
    order.sort((a, b) => (variances[b] as number) - (variances[a] as number) || a - b);
    return takeFeatures(assay, order.slice(0, wanted).sort());
  },
};
