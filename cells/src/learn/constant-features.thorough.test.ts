// Features that never vary, or vary by rounding alone, must not change a model. Expected values: scikit-learn 1.2.1,
// make_pipeline(StandardScaler(), LogisticRegression(C=1, tol=1e-10, max_iter=10000)) on the same float32 numbers.

import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { referenceFile } from "../testing/reference-data.ts";
import { fitterOf, trainLearner } from "../testing/train-learner.ts";
import { crossValidate, rowsOfMatrix } from "./cross-validate.ts";
import type { DesignMatrix } from "../contract/design-matrix.ts";
import { predictedClasses } from "./metrics.ts";
import { principalComponents } from "./principal-components.ts";

const logistic = { type: "logistic", c: 1, standardise: true } as const;
const rows = 200;
/** ((37 i + 101 f + i^2 (f + 3)) mod 97) / 10: row i, feature f of six. */
const measured = (i: number, f: number): number => ((i * 37 + f * 101 + i * i * (f + 3)) % 97) / 10;
const matrixOf = (...more: ((row: number) => number)[]): DesignMatrix => {
  const width = 6 + more.length;
  return {
    rows,
    features: Array.from({ length: width }, (_, f) => `f${f}`),
    values: Float64Array.from({ length: rows * width }, (_, at) => {
      const [row, f] = [Math.floor(at / width), at % width];
      return Math.fround(f < 6 ? measured(row, f) : (more[f - 6]?.(row) ?? 0));
    }),
  };
};
const classes = Int32Array.from({ length: rows }, (_, i) => {
  const is = measured(i, 0) + measured(i, 1) - measured(i, 2) > 4.8 ? 1 : 0;
  return i % 9 === 0 ? 1 - is : is;
});
const folds = (count: number, n: number) => ({
  of: Int32Array.from({ length: n }, (_, i) => i % count),
  names: Array.from({ length: count }, (_, fold) => String(fold + 1)),
});
const validate = async (matrix: DesignMatrix, of: Int32Array) =>
  crossValidate(rowsOfMatrix(matrix), of, folds(10, matrix.rows), {
    fit: await fitterOf(logistic),
    classCount: 2,
    positive: 1,
    topFeatures: null,
    onFold: async () => {},
  });
const share = (found: Int32Array, truth: Int32Array): number =>
  found.reduce((hits, value, row) => hits + (value === truth[row] ? 1 : 0), 0) / truth.length;

test("constants that are not 0 (7, and 3.3) leave the probabilities as they are without them", async () => {
  const expected = [0.14114035034501948, 0.39832897245661586, 0.9914881531111136, 0.24861517497275515];
  for (const matrix of [
    matrixOf(),
    matrixOf(
      () => 7,
      () => 3.3,
    ),
  ]) {
    const model = await trainLearner(logistic, matrix, classes, 2);
    const found = model.predict(matrix);
    expected.forEach((value, row) => expect(Math.abs((found[row * 2 + 1] as number) - value)).toBeLessThan(1e-6));
    expect([...model.importance().slice(6)].every((weight) => weight === 0)).toBe(true);
  }
});

test("a column of 3.3 with one 5.1 has no weight in the fold that tests that row", async () => {
  const found = await validate(
    matrixOf((row) => (row === 17 ? 5.1 : 3.3)),
    classes,
  );
  const at = (row: number): number => found.pooled.probability[row * 2 + 1] as number;
  const expected = [
    [0, 0.11000287445282966],
    [1, 0.4205701984589108],
    [16, 0.32330763258829703],
    [17, 0.4036308535065037],
    [18, 0.5949280692260667],
  ] as const;
  for (const [row, value] of expected) expect(Math.abs(at(row) - value)).toBeLessThan(5e-6);
  expect(share(predictedClasses(found.pooled.probability, 2), classes)).toBe(0.845);
  expect(found.folds.map((fold) => fold.constant)).toEqual(Array.from({ length: 10 }, (_, fold) => (fold === 7 ? ["f6"] : [])));
});

test("a model of constants alone answers the share of each class", async () => {
  const matrix: DesignMatrix = { rows: 4, features: ["a"], values: new Float64Array(4).fill(Math.fround(3.3)) };
  const model = await trainLearner(logistic, matrix, Int32Array.of(0, 1, 1, 1), 2);
  expect(model.predict(matrix)[1]).toBeCloseTo(0.75, 5);
});

test.each([1, 1e-7, 1e-9, 1e-14])("components of a table in units of %d are those of the table (numpy's svd)", (unit) => {
  const values = Float64Array.from({ length: rows * 6 }, (_, at) => Math.fround(measured(Math.floor(at / 6), at % 6) * unit));
  for (const scale of [false, true]) {
    const found = principalComponents(values, rows, 6, { components: 6, scale });
    expect(found.share.length).toBe(6);
    if (scale) continue;
    const expected = [
      0.217075204282677, 0.19738888986629954, 0.1755400221787149, 0.14760244647700377, 0.13941072991179, 0.12298270728351482,
    ];
    expected.forEach((value, k) => expect(Math.abs((found.share[k] as number) - value)).toBeLessThan(1e-6));
    expect((found.variance[0] as number) / unit ** 2).toBeCloseTo(10.14066033473, 4);
  }
});
test("constant columns that are not 0 add no component, scaled or not", () => {
  const values = Float64Array.from({ length: 30 }, (_, at) => (at % 3 === 0 ? measured(at, 1) : at % 3 === 1 ? 0.1 : 3.3));
  for (const scale of [false, true]) {
    const found = principalComponents(values, 10, 3, { components: 3, scale });
    expect([...found.share].map((value) => Number(value.toFixed(12)))).toEqual([1]);
    expect([...found.loadings].map((value) => Number(value.toFixed(12)))).toEqual([1, 0, 0]);
  }
});

describe("GSE96870, logarithms of 41,786 genes of which 9,134 are constant", () => {
  const read = () => {
    const [head = [], ...genes] = gunzipSync(
      readFileSync(referenceFile("GSE96870_mouse_influenza/GSE96870_counts_cerebellum.csv.gz")),
    )
      .toString()
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(","));
    const sheet = readFileSync(referenceFile("GSE96870_mouse_influenza/GSE96870_coldata_cerebellum.csv"), "utf8")
      .trim()
      .split(/\r?\n/)
      .slice(1);
    const sexOf = new Map(sheet.map((line) => [line.split(",")[0], line.split(",")[5]]));
    const samples = sheet.map((line) => line.split(",")[0] as string);
    const columns = samples.map((sample) => head.indexOf(sample));
    return { genes, columns, classes: Int32Array.from(samples, (sample) => (sexOf.get(sample) === "Male" ? 1 : 0)) };
  };
  test.each([0.5, 0.1])(
    "with a prior of %d the sex is learned, and 14 of 22 are right in folds",
    { timeout: 180_000 },
    async (prior) => {
      const { genes, columns, classes: sex } = read();
      const width = genes.length;
      const values = new Float64Array(columns.length * width);
      genes.forEach((gene, f) =>
        columns.forEach((column, row) => (values[row * width + f] = Math.fround(Math.log2(Number(gene[column]) + prior)))),
      );
      const matrix: DesignMatrix = { rows: columns.length, features: genes.map((gene) => gene[0] as string), values };
      const model = await trainLearner(logistic, matrix, sex, 2);
      expect(share(predictedClasses(model.predict(matrix), 2), sex)).toBe(1);
      const found = await validate(matrix, sex);
      expect(share(predictedClasses(found.pooled.probability, 2), sex)).toBe(14 / 22);
      expect(found.folds.every((fold) => fold.constant.length >= 9_134)).toBe(true);
      if (prior !== 0.5) return;
      // The optimum itself, by Newton's method on its 22 dual variables to a gradient of 3e-16 (numpy 1.24): scikit-learn's
      // lbfgs ends 1e-3 before it in one fold.
      const expected = [
        0.003323, 0.362332, 0.932245, 0.057661, 0.101854, 0.899133, 0.704033, 0.688966, 0.564463, 0.693784, 0.052226, 0.304287,
        0.801606, 0.541145, 0.00263, 0.013092, 0.202855, 0.221645, 0.54489, 0.003662, 0.808038, 0.125074,
      ];
      expected.forEach((value, row) =>
        expect(Math.abs((found.pooled.probability[row * 2 + 1] as number) - value)).toBeLessThan(5e-5),
      );
    },
  );
});
