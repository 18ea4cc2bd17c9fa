// The layers of estimates by which counts of one gene compare over samples: effective lengths, and abundances (TPM), as Salmon,
// kallisto and RSEM call them. A step that sums transcripts keeps their names.

import type { Assay, Layer } from "./artifact.ts";

const lengths = ["EffectiveLength", "eff_length", "effective_length"];
const abundances = ["TPM", "tpm"];

const oneOf = ({ layers }: Assay, names: readonly string[]): Layer | null =>
  layers?.find(({ name }) => names.includes(name)) ?? null;

/** Null: there are none. */
export const lengthsLayer = (assay: Assay): Layer | null => oneOf(assay, lengths);
export const abundanceLayer = (assay: Assay): Layer | null => oneOf(assay, abundances);
