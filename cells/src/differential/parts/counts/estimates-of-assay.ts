// Estimates of counts (Salmon, kallisto, RSEM) with what tximport brings along: lengths and abundances of each feature in each sample.

import type { Assay, Layer } from "../../../artifacts/artifact.ts";
import { denseValues } from "../../../artifacts/assay.ts";
import { abundanceLayer, lengthsLayer } from "../../../artifacts/average-lengths.ts";
import { knownLengths } from "../../../stats/gene-lengths.ts";

export interface EstimatesOfAssay {
  /** Feature after feature; those that were missing or 0 in some samples are the others' geometric mean. */
  readonly lengths: Float64Array;
  /** TPM; null: the matrix has none. */
  readonly abundance: Float64Array | null;
  /** What the layer is called. */
  readonly layer: string;
}

/** Null: these are no estimates with lengths, as far as the matrix says. */
export function estimatesOfAssay(assay: Assay): EstimatesOfAssay | null {
  const lengths = assay.scale === "counts" ? lengthsLayer(assay) : null;
  if (!lengths) return null;
  const dense = ({ values }: Layer) => Float64Array.from(denseValues(values, assay.featureCount, assay.sampleCount));
  const abundance = abundanceLayer(assay);
  return {
    lengths: knownLengths(dense(lengths), assay.sampleCount, () => 1),
    abundance: abundance && dense(abundance),
    layer: lengths.name,
  };
}
