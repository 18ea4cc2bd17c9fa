// Logistic regression where the likelihood has no maximum: penalised by Jeffreys' prior, half the log determinant of the information,
// which has one always and is nearer to the truth in small samples (Firth, Biometrika 80:27-38, 1993; Heinze & Schemper, Stat Med
// 21:2409-2419, 2002). Steps are halved and bounded as those of R's logistf.

import { choleskyOf, inverseOfRoot, logDeterminantOfRoot } from "../small-matrix.ts";
import { atBeta, type FitWork } from "./logistic-likelihood.ts";

const mostSteps = 200;
const longest = 5;
const near = 1e-9;

/** Goes on from `work.beta`. The coefficients, with `work.inverse` the inverse information there; null: it does not come to an end. */
export function firthFit(
  trait: Uint8Array,
  columns: readonly Float64Array[],
  rows: Int32Array,
  work: FitWork,
): Float64Array | null {
  const width = columns.length;
  const { beta, step, score, information, inverse } = work;
  let before = Number.NEGATIVE_INFINITY;
  let halved = 0;
  for (let round = 0; round < mostSteps; round++) {
    const plain = atBeta(trait, columns, rows, work);
    const isPositive = choleskyOf(information, width);
    const likelihood = isPositive ? plain + logDeterminantOfRoot(information, width) / 2 : Number.NEGATIVE_INFINITY;
    if (likelihood < before - 1e-10 * Math.abs(before) && halved < 30) {
      halved++;
      for (let at = 0; at < width; at++) {
        step[at] = (step[at] as number) / 2;
        beta[at] = (beta[at] as number) - (step[at] as number);
      }
      continue;
    }
    if (!isPositive) return null;
    halved = 0;
    before = likelihood;
    inverseOfRoot(information, width, inverse);
    addPenalty(columns, rows, work);
    let [left, most] = [0, 0];
    for (let at = 0; at < width; at++) {
      let sum = 0;
      for (let other = 0; other < width; other++) sum += (inverse[at * width + other] as number) * (score[other] as number);
      step[at] = sum;
      most = Math.max(most, Math.abs(sum));
      left = Math.max(left, Math.abs(sum) / Math.sqrt(inverse[at * width + at] as number));
    }
    if (left < near) return beta;
    const by = most > longest ? longest / most : 1;
    for (let at = 0; at < width; at++) {
      step[at] = (step[at] as number) * by;
      beta[at] = (beta[at] as number) + (step[at] as number);
    }
  }
  return null;
}

/** Adds Σ x h (1/2 - p) to the score, h being how far each row decides its own fitted value. */
function addPenalty(columns: readonly Float64Array[], rows: Int32Array, { score, inverse, chance }: FitWork): void {
  const width = columns.length;
  for (let nth = 0; nth < rows.length; nth++) {
    const row = rows[nth] as number;
    const p = chance[row] as number;
    let form = 0;
    for (let at = 0; at < width; at++) {
      const value = (columns[at] as Float64Array)[row] as number;
      let sum = 0;
      for (let other = 0; other < width; other++)
        sum += (inverse[at * width + other] as number) * ((columns[other] as Float64Array)[row] as number);
      form += value * sum;
    }
    const by = form * p * (1 - p) * (0.5 - p);
    for (let at = 0; at < width; at++) score[at] = (score[at] as number) + ((columns[at] as Float64Array)[row] as number) * by;
  }
}
