// Each feature less its mean, over its standard deviation (n - 1), both of the samples it is fitted on. A feature that does not
// vary there becomes 0 everywhere, where R's scale() has NaN, and they are counted; of one sample nothing varies, and the step
// is refused.

import { z } from "zod";
import type { Assay } from "../../artifacts/artifact.ts";
import { denseData, featureIds } from "../../artifacts/assay.ts";
import { doubtsOfScale } from "../../artifacts/raw-values.ts";
import { infiniteValues } from "../../artifacts/infinite-values.ts";
import type { StepScope } from "../../contract/step.ts";
import { momentsOf } from "../../stats/moments.ts";
import { featuresOfState, namesOfState } from "../parts/features-of-state.ts";
import { fittedOf } from "../parts/fitted.ts";
import { refuse } from "../parts/step-scope.ts";
import type { zScore } from "./step.ts";
import { words } from "./words.ts";

/** One number a feature. Null: of none or of infinite values there is none. A deviation of 0: it does not vary. */
const state = z.strictObject({
  features: namesOfState,
  means: z.array(z.number().nullable()),
  deviations: z.array(z.number().nullable()),
});
type State = z.output<typeof state>;

export const { fitted, apply } = fittedOf<typeof zScore>()({
  keeps: () => "statistics",
  state,
  on: {
    assay: {
      fit(_step, assay, scope) {
        for (const doubt of doubtsOfScale(assay, false)) scope.say(doubt);
        if (assay.sampleCount === 1) refuse(scope, words, "one-sample", { noun: assay.featureNoun });
        const infinite = infiniteValues(assay);
        if (infinite) scope.say(words.sentence("infinite", { step: scope.index + 1, ...infinite }));
        return scales(assay, scope);
      },
      apply(_step, given, kept, scope) {
        const assay = featuresOfState(given, kept.features, scope);
        const source = denseData(assay);
        const data = new Float32Array(source.length);
        const width = assay.sampleCount;
        for (let feature = 0, at = 0; at < data.length; feature++) {
          const mean = kept.means[feature] ?? Number.NaN;
          const deviation = kept.deviations[feature] ?? Number.NaN;
          for (const end = at + width; at < end; at++) {
            const value = source[at] as number;
            data[at] = deviation === 0 && value === value ? 0 : (value - mean) / deviation;
          }
        }
        return { ...assay, scale: "z-score", values: { layout: "dense", data } };
      },
    },
  },
});

function scales(assay: Assay, scope: StepScope): State {
  const source = denseData(assay);
  const width = assay.sampleCount;
  const means: (number | null)[] = [];
  const deviations: (number | null)[] = [];
  const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null);
  let constant = 0;
  for (let at = 0; at < source.length; at += width) {
    const { n, mean, squares, isConstant } = momentsOf(source.subarray(at, at + width));
    means.push(orNull(mean));
    deviations.push(isConstant && n > 0 ? 0 : orNull(Math.sqrt(squares / (n - 1))));
    if (isConstant && n > 0) constant++;
  }
  if (constant > 0)
    scope.say(
      words.sentence("constant", { step: scope.index + 1, n: constant, all: assay.featureCount, noun: assay.featureNoun }),
    );
  return { features: [...featureIds(assay)], means, deviations };
}
