// One column of a table that outweighs all others: as where one is a count in thousands and the others are shares. Components of
// columns that were not divided by their spread are then those of that column.

import type { DesignMatrix } from "../../contract/design-matrix.ts";
import { featureMoments } from "../../learn/design-matrix.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { words } from "./words.ts";

/** Share of the variance of all columns, beyond which it is said. */
const most = 0.9;

export function outweighs(matrix: DesignMatrix): readonly Sentence[] {
  if (matrix.features.length < 3) return [];
  const variances = featureMoments(matrix).sd.map((sd) => sd ** 2);
  const total = variances.reduce((sum, each) => sum + each, 0);
  const largest = variances.reduce((best, each, at) => (each > (variances[best] as number) ? at : best), 0);
  const share = (variances[largest] as number) / total;
  if (!(share > most)) return [];
  return [words.sentence("outweighs", { column: matrix.features[largest] as string, share: Number((100 * share).toFixed(1)) })];
}
