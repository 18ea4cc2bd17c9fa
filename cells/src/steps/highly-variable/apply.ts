// Counts are looked at before any logarithm, as the rule is made; the features are chosen by the training and kept by name.

import type { Assay } from "../../artifacts/artifact.ts";
import { featureIds, sampleIds } from "../../artifacts/assay.ts";
import { asWritten } from "../../artifacts/as-written.ts";
import type { OptionsOf, StepScope } from "../../contract/step.ts";
import { mostVariableOf } from "../../stats/most-variable.ts";
import { standardVariances } from "../../stats/standard-variances.ts";
import { keepsFeatures } from "../parts/features-of-state.ts";
import { eachValue } from "../parts/matrix-values.ts";
import { needFiniteMatrix } from "../parts/need-logs.ts";
import { needReads } from "../parts/need-reads.ts";
import { needCount, refuse } from "../parts/step-scope.ts";
import { words as shared } from "../words.ts";
import type { highlyVariable } from "./step.ts";
import { words } from "./words.ts";

export const { fitted, apply } = keepsFeatures(chosen);

function chosen(step: OptionsOf<typeof highlyVariable>, assay: Assay, scope: StepScope): ArrayLike<number> {
  needReads(assay, "scale-filter", scope);
  const wanted = needCount(scope, step.count, ["count"], 1);
  needFiniteMatrix(assay, scope);
  const { featureCount, sampleCount } = assay;
  if (wanted >= featureCount) return Int32Array.from({ length: featureCount }, (_, at) => at);
  if (sampleCount < 2) return refuse(scope, words, "one-sample", { noun: assay.featureNoun });
  if (assay.scale === "cpm") scope.say(words.sentence("of-cpm", { step: scope.index + 1 }));
  let missing = 0;
  eachValue(assay, (feature, sample, value) => {
    if (Number.isNaN(value)) missing++;
    if (value < 0)
      refuse(scope, shared, "negative-counts", {
        feature: featureIds(assay)[feature] ?? "",
        sample: sampleIds(assay)[sample] ?? "",
        value: asWritten(value),
      });
  });
  if (missing > 0) scope.say(words.sentence("missing", { step: scope.index + 1, n: missing }));
  const found = standardVariances((act) => eachValue(assay, act), featureCount, sampleCount);
  if (!found.ok) return refuse(scope, words, "too-alike", { n: found.varying, all: featureCount, noun: assay.featureNoun });
  if (found.varying < wanted)
    scope.say(words.sentence("constant-too", { step: scope.index + 1, n: found.varying, noun: assay.featureNoun, wanted }));
  return mostVariableOf(found.variances, wanted).sort();
}
