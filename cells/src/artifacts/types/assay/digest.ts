// The digest of a matrix: its numbers, and the tables of its features and samples.

import type { Digest } from "../../../base/ids.ts";
import type { Assay, MatrixValues } from "../../artifact.ts";
import type { NewHasher } from "../../artifact-type.ts";
import { bytesOf, manifest, normalFloats } from "../../content-hash.ts";
import { digestOfTable } from "../table/digest.ts";

export const digestOfAssay = (assay: Assay, hasher: NewHasher): Digest =>
  manifest(
    "assay",
    {
      features: assay.featureCount,
      samples: assay.sampleCount,
      layout: assay.values.layout,
      scale: assay.scale,
      featureNoun: assay.featureNoun,
      ...(assay.withoutEffectsOf ? { withoutEffectsOf: assay.withoutEffectsOf } : {}),
    },
    [
      ["values", digestOfValues(assay.values, hasher)],
      ...(assay.layers ?? []).map(
        ({ name, values }) => [`layer ${values.layout} ${name}`, digestOfValues(values, hasher)] as const,
      ),
      ["features", digestOfTable(assay.features, hasher)],
      ["samples", digestOfTable(assay.samples, hasher)],
    ],
  );

function digestOfValues(values: MatrixValues, newHasher: NewHasher): Digest {
  const hasher = newHasher();
  if (values.layout === "sparse") {
    hasher.update(bytesOf(values.offsets));
    hasher.update(bytesOf(values.featureIndex));
  }
  hasher.update(bytesOf(values.layout === "bytes" ? values.data : normalFloats(values.data)));
  return hasher.digest();
}
