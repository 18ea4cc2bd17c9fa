// What a fit says of a contrast: the change, its error, a moderated t statistic and p value of each feature, and the log odds that it
// differs (contrasts.fit, eBayes and treat of limma 3.54.1). Smyth, Stat. Appl. Genet. Mol. Biol. 3:3, 2004, sections 4 to 6; a change
// of at least some size: McCarthy & Smyth, Bioinformatics 25:765-771, 2009.

import { studentT } from "../distributions/student-t.ts";
import { twoSided } from "../distributions/tails.ts";
import { logOdds } from "./log-odds.ts";

/** What of a fit it is asked of, `width` coefficients a feature. */
export interface ModeratedFit {
  readonly width: number;
  readonly beta: Float64Array;
  readonly stdev: Float64Array;
  readonly covariance: Float64Array;
  readonly variance: Float64Array;
  /** Of the residuals of the feature, of these and what is learned of all, and the latter alone. */
  readonly df: Float64Array;
  readonly dfTotal: Float64Array;
  readonly dfPrior: Float64Array;
  readonly scale: Float64Array;
}

export interface ContrastOfRows {
  /** NaN: what is compared has no values in this feature. */
  readonly change: Float64Array;
  /** Over the deviation of the residuals. */
  readonly unscaled: Float64Array;
  readonly error: Float64Array;
  readonly t: Float64Array;
  readonly p: Float64Array;
  /** Natural logarithm of the odds that it differs, a hundredth of all features taken to differ; NaN where a least change is asked for. */
  readonly odds: Float64Array;
}

/** `least`: the change that counts for nothing; 0: any change counts. */
export function contrastOfRows(fit: ModeratedFit, weights: Float64Array, least = 0): ContrastOfRows {
  const { change, unscaled } = changesOf(fit, weights);
  const error = unscaled.map((value, at) => value * Math.sqrt(fit.variance[at] as number));
  const t = change.map((value, at) => {
    if (least === 0) return value / (error[at] as number);
    return Math.sign(value) * Math.max(0, (Math.abs(value) - least) / (error[at] as number));
  });
  const p = change.map((value, at) => {
    const [own, df] = [error[at] as number, fit.dfTotal[at] as number];
    if (least === 0) return twoSided(studentT.tails(value / own, df)).p;
    const beyond = (by: number) => studentT.upper((Math.abs(value) + by) / own, df);
    return beyond(-least) + beyond(least);
  });
  const odds = least === 0 ? logOdds(fit, { t, unscaled }) : change.map(() => Number.NaN);
  return { change, unscaled, error, t, p, odds };
}

/** By the correlations of the coefficients in the design: weights and missing values of a feature change them, which is left out of account as in limma. */
export function changesOf({ width, beta, stdev, covariance }: ModeratedFit, weights: Float64Array) {
  const features = beta.length / width;
  const used = Int32Array.from({ length: width }, (_, at) => at).filter((at) => weights[at] !== 0);
  const correlation = (row: number, column: number): number =>
    row === column
      ? 1
      : (covariance[row * width + column] as number) /
        Math.sqrt((covariance[row * width + row] as number) * (covariance[column * width + column] as number));
  const between = Float64Array.from({ length: used.length ** 2 }, (_, at) =>
    correlation(used[Math.floor(at / used.length)] as number, used[at % used.length] as number),
  );
  const change = new Float64Array(features);
  const unscaled = new Float64Array(features);
  const parts = new Float64Array(used.length);
  for (let feature = 0; feature < features; feature++) {
    let sum = 0;
    used.forEach((column, at) => {
      const place = feature * width + column;
      sum += (weights[column] as number) * (beta[place] as number);
      parts[at] = (weights[column] as number) * (stdev[place] as number);
    });
    let square = 0;
    for (let row = 0; row < used.length; row++)
      for (let column = 0; column < used.length; column++)
        square += (parts[row] as number) * (parts[column] as number) * (between[row * used.length + column] as number);
    change[feature] = sum;
    unscaled[feature] = Math.sqrt(Math.max(0, square));
  }
  return { change, unscaled };
}
