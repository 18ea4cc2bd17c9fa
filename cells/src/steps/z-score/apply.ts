// Each feature less its mean, over its standard deviation (n - 1). A feature that never varies becomes 0 everywhere.

import { denseData } from "../../artifacts/assay.ts";
import type { Apply } from "../../contract/step.ts";
import { spreadOf } from "../parts/spread-of.ts";
import type { zScore } from "./step.ts";

export const apply: Apply<typeof zScore> = {
  assay(_step, assay) {
    const source = denseData(assay);
    const data = new Float32Array(source.length);
    const width = assay.sampleCount;
    for (let feature = 0; feature < assay.featureCount; feature++) {
      const row = source.subarray(feature * width, (feature + 1) * width);
      const { mean, variance } = spreadOf(row);
      const deviation = Math.sqrt(variance);
      for (let at = 0; at < width; at++) {
        const value = row[at] as number;
        data[feature * width + at] = deviation > 0 ? (value - mean) / deviation : Number.isNaN(value) ? Number.NaN : 0;
      }
    }
    return { ...assay, scale: "z-score", values: { layout: "dense", data } };
  },
};
