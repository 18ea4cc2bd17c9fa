// Each feature less its mean, over its standard deviation (n - 1). A feature that never varies becomes 0 everywhere.

import { denseData } from "../../artifacts/assay.ts";
import { doubtsOfScale } from "../../artifacts/raw-values.ts";
import { infiniteValues } from "../../artifacts/infinite-values.ts";
import type { Apply } from "../../contract/step.ts";
import { zScores } from "../../stats/z-scores.ts";
import type { zScore } from "./step.ts";
import { words } from "./words.ts";

export const apply: Apply<typeof zScore> = {
  assay(_step, assay, scope) {
    for (const doubt of doubtsOfScale(assay, false)) scope.say(doubt);
    const infinite = infiniteValues(assay);
    if (infinite) scope.say(words.sentence("infinite", { step: scope.index + 1, ...infinite }));
    const source = denseData(assay);
    const data = new Float32Array(source.length);
    const width = assay.sampleCount;
    for (let at = 0; at < data.length; at += width) data.set(zScores(source.subarray(at, at + width)), at);
    return { ...assay, scale: "z-score", values: { layout: "dense", data } };
  },
};
