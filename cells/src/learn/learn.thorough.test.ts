// The learning algorithms against scikit-learn on real data, with scikit-learn's own folds.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { hasReference, referenceFile } from "../testing/reference-data.ts";
import { fitterOf, trainLearner } from "../testing/train-learner.ts";
import { crossValidate, rowsOfMatrix } from "./cross-validate.ts";
import type { DesignMatrix } from "../contract/design-matrix.ts";
import { foldsByColumn, stratifiedFolds } from "./folds.ts";
import { areaUnderCurve } from "../stats/area-under-curve.ts";
import { classificationMetrics } from "./metrics.ts";
import { principalComponents } from "./principal-components.ts";

const lines = (file: string): string[][] =>
  readFileSync(referenceFile(file), "utf8")
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(","));

function numbersOf(rows: readonly string[][], columns: readonly number[], features: readonly string[]): DesignMatrix {
  const values = new Float64Array(rows.length * columns.length);
  rows.forEach((row, r) => columns.forEach((column, f) => (values[r * columns.length + f] = Math.fround(Number(row[column])))));
  return { rows: rows.length, features, values };
}
const classesOf = (labels: readonly string[]): { classes: Int32Array; names: string[] } => {
  const names = [...new Set(labels)].sort();
  return { classes: Int32Array.from(labels, (label) => names.indexOf(label)), names };
};
const quiet = async (): Promise<void> => {};
const logistic = { type: "logistic", c: 1, standardise: true } as const;

function wdbc() {
  const [head = [], ...rows] = lines("wdbc/wdbc.csv");
  const matrix = numbersOf(
    rows,
    Array.from({ length: 30 }, (_, i) => i),
    head.slice(0, 30),
  );
  return { matrix, ...classesOf(rows.map((row) => row[30] as string)) };
}

describe("on the reference data", () => {
  test("wdbc, standardised inside scikit-learn's ten folds, L2 with C = 1: accuracy 0.9772", async () => {
    const { matrix, classes } = wdbc();
    const folds = foldsByColumn(
      lines("oracle/folds_wdbc_10.csv")
        .slice(1)
        .map((row) => row[1] as string),
    );
    const found = await crossValidate(rowsOfMatrix(matrix), classes, folds, {
      fit: await fitterOf(logistic),
      classCount: 2,
      positive: 1,
      topFeatures: null,
      onFold: quiet,
    });
    const metrics = classificationMetrics(found.pooled);
    expect(Math.abs((metrics.accuracy ?? 0) - 0.9772)).toBeLessThanOrEqual(0.004);
    expect(Math.abs((metrics.auc ?? 0) - 0.995)).toBeLessThanOrEqual(0.003);
  });

  // Ten seconds of work on an idle core.
  test.skipIf(!hasReference("stemcells_4labs/expression.csv"))(
    "stemcells: leaving one lab out gives 0.696 where scikit-learn's random folds give 0.864",
    {
      timeout: 180_000,
    },
    async () => {
      const [head = [], ...rows] = lines("stemcells_4labs/expression.csv");
      const samples = lines("stemcells_4labs/samples.csv").slice(1);
      const matrix = numbersOf(
        rows,
        Array.from({ length: head.length - 1 }, (_, i) => i + 1),
        head.slice(1),
      );
      const { classes } = classesOf(samples.map((row) => row[2] as string));
      const options = { fit: await fitterOf(logistic), classCount: 3, positive: 0, topFeatures: null, onFold: quiet };
      const byLab = await crossValidate(
        rowsOfMatrix(matrix),
        classes,
        foldsByColumn(samples.map((row) => row[1] as string)),
        options,
      );
      expect(Math.abs((classificationMetrics(byLab.pooled).accuracy ?? 0) - 0.696)).toBeLessThanOrEqual(0.01);
      const random = await crossValidate(
        rowsOfMatrix(matrix),
        classes,
        foldsByColumn(
          lines("oracle/folds_stemcells_5.csv")
            .slice(1)
            .map((row) => row[1] as string),
        ),
        options,
      );
      expect(Math.abs((classificationMetrics(random.pooled).accuracy ?? 0) - 0.864)).toBeLessThanOrEqual(0.01);
    },
  );

  test("a forest of 100 trees on wdbc is as accurate as scikit-learn's (0.958 to 0.965 in these folds)", async () => {
    const { matrix, classes } = wdbc();
    const folds = foldsByColumn(
      lines("oracle/folds_wdbc_10.csv")
        .slice(1)
        .map((row) => row[1] as string),
    );
    const found = await crossValidate(rowsOfMatrix(matrix), classes, folds, {
      fit: await fitterOf({ type: "forest", trees: 100 }, 1),
      classCount: 2,
      positive: 1,
      topFeatures: null,
      onFold: quiet,
    });
    expect(classificationMetrics(found.pooled).accuracy).toBeGreaterThan(0.95);
  });

  test("naive Bayes on wdbc in these folds: 534 of 569 right, area .9877, as scikit-learn's GaussianNB", async () => {
    const { matrix, classes } = wdbc();
    const folds = foldsByColumn(
      lines("oracle/folds_wdbc_10.csv")
        .slice(1)
        .map((row) => row[1] as string),
    );
    const fit = await fitterOf({ type: "naive-bayes" });
    const found = await crossValidate(rowsOfMatrix(matrix), classes, folds, {
      fit,
      classCount: 2,
      positive: 1,
      topFeatures: null,
      onFold: quiet,
    });
    const metrics = classificationMetrics(found.pooled);
    expect(metrics.accuracy).toBeCloseTo(534 / 569, 12);
    // By its log odds (predict_log_proba): its probabilities near 1 are rounded to 1e-13, which makes ties of 142 rows.
    expect(metrics.auc).toBeCloseTo(0.9877384916230644, 9);
  });

  test("principal components of scaled wdbc hold 44.272, 18.971 and 9.393 % of the variance", () => {
    const { matrix } = wdbc();
    const found = principalComponents(matrix.values, matrix.rows, 30, { components: 3, scale: true });
    expect([...found.share].map((share) => Number((share * 100).toFixed(3)))).toEqual([44.272, 18.971, 9.393]);
  });
});

describe("metrics", () => {
  test("the area under the curve counts pairs in order, a tie as a half", () => {
    // Nine pairs of a case and a control: eight in order, one tie.
    const found = areaUnderCurve(Float64Array.of(0.1, 0.4, 0.35, 0.8, 0.7, 0.4), Uint8Array.of(0, 0, 0, 1, 1, 1));
    expect(found).toBeCloseTo(8.5 / 9, 12);
  });
  test("of three classes it is the mean of each against the rest, as scikit-learn's roc_auc_score (ovr, macro) gives it", () => {
    const found = classificationMetrics({
      truth: Int32Array.of(0, 1, 2, 0, 1, 2, 2, 1, 0, 2),
      probability: Float64Array.of(
        ...[0.5, 0.3, 0.2, 0.2, 0.5, 0.3, 0.2, 0.2, 0.6, 0.3, 0.3, 0.4, 0.3, 0.4, 0.3],
        ...[0.1, 0.3, 0.6, 0.4, 0.3, 0.3, 0.2, 0.5, 0.3, 0.6, 0.2, 0.2, 0.3, 0.4, 0.3],
      ),
      classCount: 3,
      positive: 0,
    });
    expect(found.auc).toBeCloseTo(0.8908730158730158, 12);
  });
  test("it is not defined when only one class is there", () => {
    expect(areaUnderCurve(Float64Array.of(0.1, 0.9), Uint8Array.of(1, 1))).toBeNull();
    const one = classificationMetrics({
      truth: Int32Array.of(0, 0),
      probability: Float64Array.of(0.9, 0.1, 0.2, 0.8),
      classCount: 2,
      positive: 1,
    });
    expect([one.auc, one.sensitivity, one.accuracy]).toEqual([null, null, 0.5]);
  });
});

describe("folds and models", () => {
  test("stratified folds keep the share of each class", () => {
    const classes = Int32Array.from({ length: 100 }, (_, i) => (i < 20 ? 1 : 0));
    const folds = stratifiedFolds(classes, 2, 5, 7);
    for (let fold = 0; fold < 5; fold += 1) {
      const rows = [...folds.of.keys()].filter((row) => folds.of[row] === fold);
      expect([rows.length, rows.filter((row) => classes[row] === 1).length]).toEqual([20, 4]);
    }
  });
  test("equal seeds give equal forests, other seeds others", async () => {
    const values = Float64Array.from({ length: 200 }, (_, i) => Math.fround(Math.sin(i * 12.9898) * 43.7));
    const matrix: DesignMatrix = { rows: 50, features: ["a", "b", "c", "d"], values };
    const classes = Int32Array.from({ length: 50 }, (_, row) => ((values[row * 4] as number) > 0 ? 1 : 0));
    const spec = { type: "forest", trees: 10, maxDepth: null, minLeaf: 1 } as const;
    const of = async (seed: number) => (await trainLearner(spec, matrix, classes, 2, seed)).toOnnx(["no", "yes"]);
    expect(await of(1)).toEqual(await of(1));
    expect(await of(1)).not.toEqual(await of(2));
  });
  test("a constant feature gets no weight and harms nothing", async () => {
    const matrix: DesignMatrix = { rows: 4, features: ["x", "constant"], values: Float64Array.of(0, 5, 1, 5, 2, 5, 3, 5) };
    const model = await trainLearner(logistic, matrix, Int32Array.of(0, 0, 1, 1), 2);
    expect([...model.importance()]).toEqual([1, 0]);
    expect([...model.predict(matrix)].every(Number.isFinite)).toBe(true);
  });
});
