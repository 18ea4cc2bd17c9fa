// Rows of rare classes count as several: n / (classes * rows of the class), scikit-learn's class_weight="balanced" (King and Zeng,
// Political Analysis 9:137-163, 2001). What a model answers is given back for the shares that classes have.

import type { Fitted } from "../contract/learner.ts";
import { withShares } from "./shares-before.ts";

/** Of each class, of which every one has a row. */
export function balancedWeights(classes: Int32Array, classCount: number): Float64Array {
  const counts = new Float64Array(classCount);
  for (const one of classes) counts[one] = (counts[one] as number) + 1;
  return counts.map((rows) => classes.length / (classCount * rows));
}

/** A class that counts `weights` times as often has, in what was learned, so many times its share: it is divided by that. */
export function givenBack(model: Fitted, weights: Float64Array): Fitted {
  const factors = weights.map((weight) => 1 / weight);
  return {
    ...model,
    predict: (matrix) => withShares(model.predict(matrix), factors),
    importance: () => model.importance(),
    toOnnx: (classNames, shares) =>
      model.toOnnx(
        classNames,
        factors.map((factor, at) => factor * (shares?.[at] ?? 1)),
      ),
  };
}
