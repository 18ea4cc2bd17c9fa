// Data to be predicted in another unit, on another scale or from other columns than the data of the training: every value is
// a number, and every answer is wrong.

import type { ModelCard } from "../artifacts/artifact.ts";
import type { DesignMatrix } from "../contract/design-matrix.ts";
import { type Doubt, doubtOf } from "../contract/doubt.ts";
import { featureMoments } from "./design-matrix.ts";
import { words } from "./words.ts";

/** A mean further than this from that of the training, in the training's standard deviations, is not of the same population. */
const far = 5;
/** A unit that makes numbers smaller moves the mean by less than that; the spread shrinks with it. */
const offCentre = 1;
const narrower = 1 / 20;
const rowsForSpread = 5;

/** What a card keeps of a feature's values in the training: mean and standard deviation, to six digits. */
export function spreadsOf(matrix: DesignMatrix): readonly { readonly mean: number; readonly sd: number }[] {
  const { mean, sd } = featureMoments(matrix);
  return matrix.features.map((_, f) => ({ mean: short(mean[f] as number), sd: short(sd[f] as number) }));
}
const short = (value: number): number => Number(value.toPrecision(6));

/** Features whose values lie far from those of the training; told as rows are counted, so not of a few persons. */
export function otherScale(card: ModelCard | null, matrix: DesignMatrix): readonly Doubt[] {
  if (card === null || matrix.rows === 0) return [];
  const { mean, sd } = featureMoments(matrix);
  const names = card.features.flatMap(({ name, mean: usual, sd: spread }, f) => {
    // A feature that did not vary is not looked at, and models of before kept no moments.
    if (usual === undefined || spread === undefined || spread <= 1e-9 * Math.abs(usual)) return [];
    const away = Math.abs((mean[f] as number) - usual) / spread;
    const isNarrow = matrix.rows >= rowsForSpread && (sd[f] as number) < narrower * spread;
    return away > far || (away > offCentre && isNarrow) ? [name] : [];
  });
  if (names.length === 0) return [];
  const more = names.length > 10 ? ", …" : "";
  return [
    doubtOf(
      words.sentence("doubt-other-scale", { n: names.length, of: matrix.features.length, names: names.slice(0, 10), more }),
      [matrix.rows],
    ),
  ];
}
