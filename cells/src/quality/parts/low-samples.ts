// One verdict a sample whose value is below, or above, a threshold.

import type { Assay } from "../../artifacts/artifact.ts";
import { sampleIds } from "../../artifacts/assay.ts";
import type { Verdict } from "../../contract/quality-rule.ts";
import type { Sentence } from "../../messages/sentence.ts";

export interface Thresholds {
  readonly warn: number;
  readonly fail: number;
}

/** Its name, what is shown, what is compared, and with what. */
export type SaidOfSample = {
  readonly sample: string;
  readonly value: number;
  readonly share: number;
  readonly threshold: number;
};

type Says = (params: SaidOfSample) => Sentence;

/** `shown`: what is said of a sample instead of what is compared. Of a sample without a value nothing is said. */
export const lowSamples = (assay: Assay, values: Float64Array, thresholds: Thresholds, says: Says, shown = values) =>
  samplesBeyond(assay, values, thresholds, says, shown, (value, threshold) => value < threshold);

/** Of those above. */
export const highSamples = (assay: Assay, values: Float64Array, thresholds: Thresholds, says: Says, shown = values) =>
  samplesBeyond(assay, values, thresholds, says, shown, (value, threshold) => value > threshold);

function samplesBeyond(
  assay: Assay,
  values: Float64Array,
  { warn, fail }: Thresholds,
  says: Says,
  shown: Float64Array,
  isBeyond: (value: number, threshold: number) => boolean,
): readonly Verdict[] {
  const ids = sampleIds(assay);
  return [...values].flatMap((value, sample): Verdict[] => {
    const level = isBeyond(value, fail) ? "fail" : isBeyond(value, warn) ? "warn" : null;
    if (!level) return [];
    const threshold = level === "fail" ? fail : warn;
    const params = { sample: ids[sample] ?? "", value: shown[sample] as number, share: value, threshold };
    return [{ level, samples: [sample], value, threshold, says: says(params) }];
  });
}
