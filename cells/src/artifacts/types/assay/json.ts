// A matrix as JSON for people's programs.

import type { Json, JsonObject } from "../../../base/json.ts";
import { asWritten } from "../../as-written.ts";
import type { Assay } from "../../artifact.ts";
import { featureIds, sampleIds, valueAt } from "../../assay.ts";
import { tableToJson } from "../table/json.ts";

/** A number as it was written; as text where JSON cannot hold it. */
const jsonNumber = (value: number): Json => (Number.isFinite(value) ? asWritten(value) : String(value));

/** A matrix: {features: table, samples: table, featureIds, sampleIds, values: [[number]] by feature}; a missing number is null. */
export function assayToJson(assay: Assay): JsonObject {
  return {
    scale: assay.scale,
    featureNoun: assay.featureNoun,
    ...(assay.withoutEffectsOf ? { withoutEffectsOf: assay.withoutEffectsOf } : {}),
    featureIds: featureIds(assay),
    sampleIds: sampleIds(assay),
    features: tableToJson(assay.features),
    samples: tableToJson(assay.samples),
    values: Array.from({ length: assay.featureCount }, (_, feature) =>
      Array.from({ length: assay.sampleCount }, (_unused, sample) => {
        const value = valueAt(assay, feature, sample);
        return Number.isNaN(value) ? null : jsonNumber(value);
      }),
    ),
  };
}
