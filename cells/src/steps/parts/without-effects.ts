// Of which columns of the samples the effects were taken out is kept with the matrix: tests on it would count as certain what was only
// estimated, and take residuals for smaller than they are (Nygaard, Rødland & Hovig, Biostatistics 17:29-39, 2016).

import type { Assay } from "../../artifacts/artifact.ts";

export const withoutEffects = (assay: Assay, columns: readonly string[]): Assay => ({
  ...assay,
  withoutEffectsOf: [...new Set([...(assay.withoutEffectsOf ?? []), ...columns])],
});
