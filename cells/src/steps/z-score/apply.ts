// Each feature less its mean, over its standard deviation (n - 1). A feature that never varies becomes 0 everywhere, where R's
// scale() has NaN, and they are counted; of one sample nothing varies, and the step is refused.

import { denseData } from "../../artifacts/assay.ts";
import { doubtsOfScale } from "../../artifacts/raw-values.ts";
import { infiniteValues } from "../../artifacts/infinite-values.ts";
import type { Apply } from "../../contract/step.ts";
import { zScores } from "../../stats/z-scores.ts";
import { refuse } from "../parts/step-scope.ts";
import type { zScore } from "./step.ts";
import { words } from "./words.ts";

export const apply: Apply<typeof zScore> = {
  assay(_step, assay, scope) {
    for (const doubt of doubtsOfScale(assay, false)) scope.say(doubt);
    if (assay.sampleCount === 1) refuse(scope, words, "one-sample", { noun: assay.featureNoun });
    const infinite = infiniteValues(assay);
    if (infinite) scope.say(words.sentence("infinite", { step: scope.index + 1, ...infinite }));
    const source = denseData(assay);
    let constant = 0;
    const data = new Float32Array(source.length);
    const width = assay.sampleCount;
    for (let at = 0; at < data.length; at += width) {
      const { z, isConstant } = zScores(source.subarray(at, at + width));
      data.set(z, at);
      if (isConstant) constant++;
    }
    if (constant > 0)
      scope.say(
        words.sentence("constant", { step: scope.index + 1, n: constant, all: assay.featureCount, noun: assay.featureNoun }),
      );
    return { ...assay, scale: "z-score", values: { layout: "dense", data } };
  },
};
