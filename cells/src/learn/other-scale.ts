// Data to be predicted in another unit, on another scale or from other columns than the data of the training: every value is
// a number, and every answer is wrong.

import type { ModelCard } from "../artifacts/artifact.ts";
import type { DesignMatrix } from "../contract/design-matrix.ts";
import { type Doubt, doubtOf } from "../contract/doubt.ts";
import { featureMoments } from "./design-matrix.ts";
import { words } from "./words.ts";

/** A mean of rows further than this from that of the training, in the training's standard deviations, is not of the same population. */
const far = 5;
/** Of fewer rows one may be rare: no value of the training itself lies further than the root of their number less 1. */
const rowsForMean = 5;
/** A unit that makes numbers smaller moves the mean by less than that; then all lie near 0 and close together. */
const offCentre = 1;
const smaller = 1 / 20;

type Spread = { readonly mean: number; readonly sd: number };

/**
 * What a card keeps of a feature's values in the training: mean and standard deviation, to six digits. Null of one that has two
 * values, which has no unit, and of numbers whose square no double holds.
 */
export function spreadsOf(matrix: DesignMatrix): readonly (Spread | null)[] {
  const { mean, sd } = featureMoments(matrix);
  return matrix.features.map((_, f) => {
    const spread = { mean: short(mean[f] as number), sd: short(sd[f] as number) };
    return Number.isFinite(spread.mean) && Number.isFinite(spread.sd) && hasManyValues(matrix, f) ? spread : null;
  });
}
const short = (value: number): number => Number(value.toPrecision(6));

function hasManyValues({ features, rows, values }: DesignMatrix, f: number): boolean {
  const seen = new Set<number>();
  for (let row = 0; row < rows && seen.size < 3; row++) seen.add(values[row * features.length + f] as number);
  return seen.size > 2;
}

/** Features whose values lie far from those of the training; told as rows are counted, so not of a few persons. */
export function otherScale(card: ModelCard | null, matrix: DesignMatrix): readonly Doubt[] {
  if (card === null || matrix.rows === 0) return [];
  const { mean, sd, isConstant } = featureMoments(matrix);
  const isMean = matrix.rows >= rowsForMean;
  const most = isMean ? far : Math.max(far, Math.sqrt(card.trainedOn.rows - 1));
  const names = card.features.flatMap(({ name, mean: usual, sd: spread }, f) => {
    // A feature that did not vary is not looked at, and models of before kept no moments.
    if (usual === undefined || spread === undefined || spread <= 1e-9 * Math.abs(usual)) return [];
    const [now, around] = [mean[f] as number, sd[f] as number];
    const away = Math.abs(now - usual) / spread;
    const isSmaller = around < smaller * spread && Math.abs(now) < smaller * (Math.abs(usual) + spread);
    return away > most || (isMean && away > offCentre && isSmaller && !isConstant[f]) ? [name] : [];
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
