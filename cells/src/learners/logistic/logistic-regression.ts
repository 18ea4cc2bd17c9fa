// Multinomial logistic regression with an L2 penalty on the weights, not on the intercepts:
// minimises C * sum(log-loss) + |w|^2 / 2, scikit-learn's LogisticRegression(penalty="l2", solver="lbfgs").
// Two classes are fitted as one sigmoid, as there: a softmax of two would count the penalty differently.

import type { DesignMatrix } from "../../contract/design-matrix.ts";
import { featureMoments } from "../../learn/design-matrix.ts";
import { minimise } from "../../learn/minimise.ts";

export interface LogisticModel {
  readonly kind: "logistic";
  readonly classCount: number;
  readonly features: readonly string[];
  /** Mean of each feature in the training rows: everything is computed around it, so that features far from 0 keep their digits. */
  readonly centre: Float64Array;
  /** classCount x features, row-major, on feature - centre (scaling is folded in). Class 0 is all zero for two classes. */
  readonly weights: Float64Array;
  readonly intercepts: Float64Array;
  /** Standard deviation (divisor n) of each feature in the training rows; 0 of constant ones. */
  readonly sd: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
}

export interface LogisticOptions {
  /** Inverse strength of the penalty. */
  readonly c: number;
  /** Centre and scale each feature by its standard deviation in the training rows. */
  readonly standardise: boolean;
  /** By class: as how many rows each of its rows counts. Absent: as one. */
  readonly classWeights?: Float64Array;
}

/** `classes[r]` in 0..classCount-1. Features that are constant in these rows are left out: their weights are 0. */
export function trainLogistic(
  matrix: DesignMatrix,
  classes: Int32Array,
  classCount: number,
  options: LogisticOptions,
): LogisticModel {
  const { rows } = matrix;
  const { mean, sd, isConstant } = featureMoments(matrix);
  const used = Int32Array.from(matrix.features.keys()).filter((f) => !isConstant[f]);
  const width = used.length;
  const scale = Float64Array.from(used, (f) => (options.standardise ? (sd[f] as number) : 1));
  // How steep the penalised likelihood is along a weight, at chance: by its root the optimiser's unit is made, so that
  // features in very different units (proline of 750, phenols of 0.3) do not hinder it. The optimum is the same.
  const steep = Float64Array.from(used, (f, at) =>
    Math.sqrt((options.c * rows * ((sd[f] as number) / (scale[at] as number)) ** 2) / 4 + 1),
  );
  const x = new Float64Array(rows * width);
  for (let row = 0; row < rows; row += 1) {
    for (let f = 0; f < width; f += 1) {
      const value = matrix.values[row * matrix.features.length + (used[f] as number)] as number;
      // Always centred: the intercept, which is not penalised, takes it up.
      x[row * width + f] = (value - (mean[used[f] as number] as number)) / (scale[f] as number) / (steep[f] as number);
    }
  }
  // Of the intercept, which is not penalised, it is about that of a standardised feature.
  const unit = Math.sqrt((options.c * rows) / 4 + 1);
  const outputs = classCount === 2 ? 1 : classCount;
  const stride = width + 1;
  const scores = new Float64Array(outputs);
  const evaluate = (theta: Float64Array, gradient: Float64Array): number => {
    gradient.fill(0);
    let loss = 0;
    for (let row = 0; row < rows; row += 1) {
      const at = row * width;
      const truth = classes[row] as number;
      const counts = options.classWeights?.[truth] ?? 1;
      for (let k = 0; k < outputs; k += 1) {
        const w = k * stride;
        let score = (theta[w + width] as number) / unit;
        for (let f = 0; f < width; f += 1) score += (theta[w + f] as number) * (x[at + f] as number);
        scores[k] = score;
      }
      if (outputs === 1) {
        const score = scores[0] as number;
        // log(1 + e^s) without overflow.
        loss += counts * (Math.max(score, 0) + Math.log1p(Math.exp(-Math.abs(score))) - (truth === 1 ? score : 0));
        scores[0] = 1 / (1 + Math.exp(-score)) - (truth === 1 ? 1 : 0);
      } else {
        const top = Math.max(...scores);
        let total = 0;
        for (let k = 0; k < outputs; k += 1) total += Math.exp((scores[k] as number) - top);
        loss += counts * (top + Math.log(total) - (scores[truth] as number));
        for (let k = 0; k < outputs; k += 1) scores[k] = Math.exp((scores[k] as number) - top) / total - (k === truth ? 1 : 0);
      }
      for (let k = 0; k < outputs; k += 1) {
        const w = k * stride;
        const off = (scores[k] as number) * options.c * counts;
        for (let f = 0; f < width; f += 1) gradient[w + f] = (gradient[w + f] as number) + off * (x[at + f] as number);
        gradient[w + width] = (gradient[w + width] as number) + off / unit;
      }
    }
    let penalty = 0;
    for (let k = 0; k < outputs; k += 1) {
      for (let f = 0; f < width; f += 1) {
        const weight = (theta[k * stride + f] as number) / (steep[f] as number);
        penalty += weight * weight;
        gradient[k * stride + f] = (gradient[k * stride + f] as number) + weight / (steep[f] as number);
      }
    }
    return options.c * loss + penalty / 2;
  };
  const found = minimise(evaluate, new Float64Array(outputs * stride), {
    tolerance: (1e-6 * Math.max(1, options.c)) / unit,
    maxIterations: 5_000,
  });
  const weights = new Float64Array(classCount * matrix.features.length);
  const intercepts = new Float64Array(classCount);
  for (let k = 0; k < outputs; k += 1) {
    const target = outputs === 1 ? 1 : k;
    for (let f = 0; f < width; f += 1) {
      weights[target * matrix.features.length + (used[f] as number)] =
        (found.at[k * stride + f] as number) / (scale[f] as number) / (steep[f] as number);
    }
    intercepts[target] = (found.at[k * stride + width] as number) / unit;
  }
  return {
    kind: "logistic",
    classCount,
    features: matrix.features,
    centre: mean,
    weights,
    intercepts,
    sd: sd.map((value, f) => (isConstant[f] ? 0 : value)),
    iterations: found.iterations,
    converged: found.converged,
  };
}

/** rows x classCount probabilities, row-major. */
export function predictLogistic(model: LogisticModel, matrix: DesignMatrix): Float64Array {
  const width = matrix.features.length;
  const { classCount } = model;
  const out = new Float64Array(matrix.rows * classCount);
  const scores = new Float64Array(classCount);
  for (let row = 0; row < matrix.rows; row += 1) {
    for (let k = 0; k < classCount; k += 1) {
      let score = model.intercepts[k] as number;
      for (let f = 0; f < width; f += 1)
        score +=
          (model.weights[k * width + f] as number) * ((matrix.values[row * width + f] as number) - (model.centre[f] as number));
      scores[k] = score;
    }
    const top = Math.max(...scores);
    let total = 0;
    for (let k = 0; k < classCount; k += 1) total += Math.exp((scores[k] as number) - top);
    for (let k = 0; k < classCount; k += 1) out[row * classCount + k] = Math.exp((scores[k] as number) - top) / total;
  }
  return out;
}

/** |weight| of one standard deviation of each feature, over all classes; sums to 1, or is 0 throughout. */
export function standardisedWeights({ weights, sd, classCount }: LogisticModel): Float64Array {
  const out = Float64Array.from(sd, (deviation, f) => {
    let sum = 0;
    for (let k = 0; k < classCount; k += 1) sum += Math.abs(weights[k * sd.length + f] as number);
    return sum * deviation;
  });
  const total = out.reduce((sum, value) => sum + value, 0);
  return total > 0 ? out.map((value) => value / total) : out;
}
