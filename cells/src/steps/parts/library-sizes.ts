// Library sizes, and what they refuse. CPM of a count y in sample s: y / L_s * 1e6, where L_s is the sum of the counts of s
// over the features that are there at that step (filtering first changes L, as keep.lib.sizes = FALSE does in edgeR).
// Robinson, McCarthy & Smyth, Bioinformatics 26:139-140, 2010; edgeR's cpm().

import { asWritten } from "../../artifacts/as-written.ts";
import type { Assay } from "../../artifacts/artifact.ts";
import { featureIds, sampleIds } from "../../artifacts/assay.ts";
import { infiniteValues } from "../../artifacts/infinite-values.ts";
import type { StepScope } from "../../contract/step.ts";
import { words } from "../words.ts";
import { eachValue } from "./matrix-values.ts";
import { refuse } from "./step-scope.ts";

/** Sum of the counts of each sample; a missing count is left out, and said. */
export function librarySizes(assay: Assay, scope: StepScope): Float64Array {
  const sizes = new Float64Array(assay.sampleCount);
  let negative: readonly [number, number, number] | null = null;
  let missing = 0;
  const without = new Set<number>();
  eachValue(assay, (feature, sample, value) => {
    if (value < 0) negative ??= [feature, sample, value];
    if (!Number.isNaN(value)) sizes[sample] = (sizes[sample] as number) + value;
    else {
      missing++;
      without.add(sample);
    }
  });
  const found = negative as readonly [number, number, number] | null;
  if (found) {
    const [feature, sample, value] = found;
    return refuse(scope, words, "negative-counts", {
      feature: featureIds(assay)[feature] ?? "",
      sample: sampleIds(assay)[sample] ?? "",
      value: asWritten(value),
    });
  }
  const infinite = infiniteValues(assay);
  if (infinite) return refuse(scope, words, "infinite-counts", { ...infinite });
  if (missing > 0) scope.say(words.sentence("missing-counts", { step: scope.index + 1, count: missing, samples: without.size }));
  const empty = sizes.indexOf(0);
  if (empty >= 0) return refuse(scope, words, "all-zero-sample", { sample: sampleIds(assay)[empty] ?? "" });
  return sizes;
}
