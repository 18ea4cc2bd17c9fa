// Gaussian naive Bayes against scikit-learn 1.2.1 (GaussianNB), data rounded to float32 as models see them.

import { expect, test } from "vitest";
import type { DesignMatrix } from "../../contract/design-matrix.ts";
import { trainLearner } from "../../testing/train-learner.ts";

const matrixOf = (rows: readonly (readonly number[])[]): DesignMatrix => ({
  rows: rows.length,
  features: (rows[0] ?? []).map((_, f) => `f${f}`),
  values: Float64Array.from(rows.flat(), Math.fround),
});
const rows = [
  [1, 7, 2],
  [2, 7, 1],
  [3, 7, 8],
  [4, 7, 9],
  [9, 7, 9],
];
const classes = Int32Array.of(0, 0, 1, 1, 1);

test.each([
  ["as they come", {}, [2.5, 7, 5], 0.9960355126065106],
  ["classes equally likely", { equalPriors: true }, [2.5, 7, 5], 0.9973535110803545],
  ["a row far from the other class", {}, [1, 7, 9], 1.3919961379332138e-48],
])("probabilities are scikit-learn's: %s", async (_title, settings, row, expected) => {
  const model = await trainLearner({ type: "naive-bayes", ...settings }, matrixOf(rows), classes, 2);
  const found = model.predict(matrixOf([row]))[0] as number;
  expect(Math.abs(found / expected - 1)).toBeLessThan(1e-9);
});

test("a feature far from 0 keeps its digits, and one that never varies counts for nothing", async () => {
  const far = rows.map(([a = 0, b = 0, c = 0]) => [a + 1e6, b, c]);
  const near = await trainLearner({ type: "naive-bayes" }, matrixOf(rows), classes, 2);
  const moved = await trainLearner({ type: "naive-bayes" }, matrixOf(far), classes, 2);
  const [a, b] = [near.predict(matrixOf([[2.5, 7, 5]]))[0], moved.predict(matrixOf([[2.5 + 1e6, 7, 5]]))[0]];
  expect(Math.abs((a as number) - (b as number))).toBeLessThan(1e-9);
  expect(near.importance()[1]).toBe(0);
});

test("without any smoothing a feature that is constant within a class still gives probabilities", async () => {
  const model = await trainLearner(
    { type: "naive-bayes", smoothing: 0 },
    matrixOf([
      [1, 0],
      [1, 5],
      [2, 0],
      [3, 5],
    ]),
    Int32Array.of(0, 0, 1, 1),
    2,
  );
  const found = model.predict(
    matrixOf([
      [1, 1],
      [2, 4],
    ]),
  );
  expect([...found].every((value) => value >= 0 && value <= 1)).toBe(true);
  expect(Math.min(found[0] as number, found[3] as number)).toBeGreaterThan(0.999);
});

test("of ten classes each probability is scikit-learn's", async () => {
  const many = Array.from({ length: 30 }, (_, row) => {
    const [k, j] = [Math.floor(row / 3), row % 3];
    return [k + 0.25 * j, ((k * k) % 7) + 0.5 * j];
  });
  const model = await trainLearner(
    { type: "naive-bayes" },
    matrixOf(many),
    Int32Array.from(many, (_, row) => Math.floor(row / 3)),
    10,
  );
  const found = model.predict(matrixOf([[4.25, 1.5]]));
  const expected = [
    4.125469680664352e-84, 2.5066055723493713e-46, 5.380210918564265e-32, 6.1441892744281136e-6, 0.9999938558107254,
    2.3195168871496584e-16, 2.862527908195778e-20, 1.2479656162771217e-47, 8.286226122928293e-83, 1.9436212599724e-141,
  ];
  expected.forEach((share, k) => expect(Math.abs((found[k] as number) / share - 1)).toBeLessThan(1e-9));
});

test.each([
  [false, [1.52299947018157e-8, 0.9999999847700053, 5.953283367683067e-42]],
  [true, [1.52299947018157e-8, 0.9999999847700053, 8.929925051524562e-42]],
])("of three classes, one rarer, the priors count as in scikit-learn: equal %s", async (equalPriors, expected) => {
  const few = [0, 1, 2].flatMap((k) => [0, 1, 2].map((j) => [k + 0.25 * j, k * k + 0.5 * j])).slice(0, 8);
  const model = await trainLearner({ type: "naive-bayes", equalPriors }, matrixOf(few), Int32Array.of(0, 0, 0, 1, 1, 1, 2, 2), 3);
  const found = model.predict(matrixOf([[1.5, 1]]));
  expected.forEach((share, k) => expect(Math.abs((found[k] as number) / share - 1)).toBeLessThan(1e-9));
});
