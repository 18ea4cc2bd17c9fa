// Gaussian naive Bayes: P(class | x) ~ prior * product over features of N(x; mean, variance), means and variances (divisor
// n) of each class, every variance enlarged by a share of the largest variance of any feature. That is scikit-learn's
// GaussianNB(var_smoothing); see Zhang, "The Optimality of Naive Bayes", FLAIRS 2004.

import type { DesignMatrix } from "../../contract/design-matrix.ts";
import { momentsOf } from "../../stats/moments.ts";

export interface NaiveBayesModel {
  readonly features: readonly string[];
  readonly classCount: number;
  /** A point amid the training rows: everything is computed around it, so that features far from 0 keep their digits. */
  readonly centre: Float64Array;
  /** classCount x features, row-major: score += quadratic * (x - centre)^2 + linear * (x - centre). 0 of constant features. */
  readonly quadratic: Float64Array;
  readonly linear: Float64Array;
  /** Of each class: what is left of its log-likelihood, its prior included. */
  readonly constant: Float64Array;
  /** Of each feature: spread of the classes' means over the deviation within classes. */
  readonly separation: Float64Array;
}

export interface NaiveBayesSettings {
  readonly smoothing: number;
  readonly equalPriors: boolean;
  /** By class: as how many rows each of its rows counts. Means and variances within a class are the same; its share is another. */
  readonly classWeights?: Float64Array;
}

/** A variance is at least this share of the feature's own over all rows, whatever the smoothing. */
const leastShare = 1e-10;

/** `classes[r]` in 0..classCount-1, each of which occurs. Features constant in all rows tell nothing and are left out. */
export function trainNaiveBayes(
  matrix: DesignMatrix,
  classes: Int32Array,
  classCount: number,
  { smoothing, equalPriors, classWeights }: NaiveBayesSettings,
): NaiveBayesModel {
  const width = matrix.features.length;
  const rowsOf = Array.from({ length: classCount }, () => [] as number[]);
  classes.forEach((value, row) => rowsOf[value]?.push(row));
  const all = matrix.features.map((_, start) => momentsOf(matrix.values, { start, stride: width, count: matrix.rows }));
  const largest = Math.max(0, ...all.map(({ squares, n }) => squares / Math.max(1, n)));
  const added = smoothing * largest;
  const centre = Float64Array.from(all, ({ mean }) => mean);
  const quadratic = new Float64Array(classCount * width);
  const linear = new Float64Array(classCount * width);
  const constant = new Float64Array(classCount);
  const means = new Float64Array(classCount * width);
  const within = new Float64Array(width);
  const leastOf = (f: number): number => (leastShare * (all[f]?.squares ?? 0)) / matrix.rows;
  const counted = rowsOf.map((rows, k) => rows.length * (classWeights?.[k] ?? 1));
  const countedRows = counted.reduce((sum, rows) => sum + rows, 0);
  rowsOf.forEach((rows, k) => {
    constant[k] = Math.log(equalPriors ? 1 / classCount : (counted[k] as number) / countedRows);
    for (let f = 0; f < width; f += 1) {
      if (all[f]?.isConstant) continue;
      const { mean, squares } = momentsOf(rows.map((row) => (matrix.values[row * width + f] as number) - (centre[f] as number)));
      // Without smoothing a feature that does not vary within a class would make all other rows impossible.
      const variance = Math.max(squares / rows.length + added, leastOf(f));
      quadratic[k * width + f] = -0.5 / variance;
      linear[k * width + f] = mean / variance;
      constant[k] = (constant[k] as number) - 0.5 * (Math.log(2 * Math.PI * variance) + mean ** 2 / variance);
      means[k * width + f] = mean;
      within[f] = (within[f] as number) + squares / matrix.rows;
    }
  });
  const separation = Float64Array.from(within, (variance, f) => {
    if (all[f]?.isConstant) return 0;
    const { squares } = momentsOf(Float64Array.from({ length: classCount }, (_, k) => means[k * width + f] as number));
    return Math.sqrt(squares / classCount / Math.max(variance + added, leastOf(f)));
  });
  return { features: matrix.features, classCount, centre, quadratic, linear, constant, separation };
}

/** rows x classCount probabilities, row-major. */
export function predictNaiveBayes(model: NaiveBayesModel, matrix: DesignMatrix): Float64Array {
  const { classCount, centre, quadratic, linear, constant } = model;
  const width = matrix.features.length;
  const out = new Float64Array(matrix.rows * classCount);
  const scores = new Float64Array(classCount);
  for (let row = 0; row < matrix.rows; row += 1) {
    for (let k = 0; k < classCount; k += 1) {
      let score = 0;
      let shifted = 0;
      for (let f = 0; f < width; f += 1) {
        const off = (matrix.values[row * width + f] as number) - (centre[f] as number);
        score += off * off * (quadratic[k * width + f] as number);
        shifted += off * (linear[k * width + f] as number);
      }
      scores[k] = score + shifted + (constant[k] as number);
    }
    const top = Math.max(...scores);
    let total = 0;
    for (let k = 0; k < classCount; k += 1) total += Math.exp((scores[k] as number) - top);
    for (let k = 0; k < classCount; k += 1) out[row * classCount + k] = Math.exp((scores[k] as number) - top) / total;
  }
  return out;
}
