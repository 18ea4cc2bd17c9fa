// Logistic regression of features as they come, one far from 0, against scikit-learn 1.2.1: LogisticRegression(C=1,
// tol=1e-12) on the same rows less 1e6, which is the same problem, since intercepts are not penalised.

import { expect, test } from "vitest";
import type { DesignMatrix } from "../../contract/design-matrix.ts";
import { trainLearner } from "../../testing/train-learner.ts";

const matrixOf = (rows: readonly (readonly number[])[]): DesignMatrix => ({
  rows: rows.length,
  features: ["far", "near"],
  values: Float64Array.from(rows.flat()),
});
const rows = matrixOf([
  [1e6 + 1, 2],
  [1e6 + 2, 1],
  [1e6 + 3, 8],
  [1e6 + 4, 9],
  [1e6 + 9, 9],
  [1e6 + 2, 3],
]);

test.each([
  ["two classes", [0, 0, 1, 1, 1, 0], [0.61278318, 0.38721682], [0.19899737, 0.80100263]],
  ["three classes", [0, 0, 1, 1, 2, 2], [0.09961688, 0.39997018, 0.50041294], [0.34491979, 0.65508021]],
])("a feature far from 0 is learned from without standardising: %s", async (_title, classes, shares, importance) => {
  const options = { type: "logistic", c: 1, standardise: false };
  const model = await trainLearner(options, rows, Int32Array.from(classes), shares.length);
  expect(model.notes).toEqual([]);
  const found = model.predict(matrixOf([[1e6 + 2.5, 5]]));
  shares.forEach((share, k) => expect(found[k]).toBeCloseTo(share, 5));
  // |coefficient| * standard deviation (divisor n), summed over classes, as shares of 1.
  importance.forEach((share, f) => expect(model.importance()[f]).toBeCloseTo(share, 5));
});
