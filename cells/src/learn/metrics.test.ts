// Metrics where classes are absent, and of which class they are. Expected values: scikit-learn 1.2.1 (f1_score,
// recall_score, balanced_accuracy_score; average="macro", zero_division=0).

import { describe, expect, test } from "vitest";
import { classificationMetrics, type ClassificationMetrics } from "./metrics.ts";
import { overFolds } from "./over-folds.ts";
import { positiveClass } from "./positive-class.ts";

/** Of predictions without doubt. */
function metricsOf(
  truth: readonly number[],
  predicted: readonly number[],
  classCount: number,
  positive = 0,
): ClassificationMetrics {
  const probability = Float64Array.from({ length: truth.length * classCount }, (_, at) =>
    predicted[Math.floor(at / classCount)] === at % classCount ? 1 : 0,
  );
  return classificationMetrics({ truth: Int32Array.from(truth), probability, classCount, positive });
}
const of = (n: number, value: number): number[] => new Array<number>(n).fill(value);

describe("of more than two classes", () => {
  test("a class that is predicted and does not occur counts as 0 in the means, and not in balanced accuracy", () => {
    const found = metricsOf(of(11, 1), [...of(3, 1), ...of(4, 0), ...of(4, 2)], 3);
    expect(found.f1).toBeCloseTo(0.14285714285714285, 12);
    expect(found.sensitivity).toBeCloseTo(0.09090909090909091, 12);
    expect(found.balancedAccuracy).toBeCloseTo(3 / 11, 12);
    expect(found.auc).toBeNull();
  });
  test("a class that neither occurs nor is predicted counts for nothing", () => {
    const [truth, predicted] = [
      [0, 1, 2, 0, 1, 2, 2, 1, 0, 2],
      [0, 1, 1, 0, 2, 2, 2, 1, 0, 0],
    ];
    const found = metricsOf(truth, predicted, 3);
    expect([found.f1, found.sensitivity, found.balancedAccuracy]).toEqual([
      expect.closeTo(0.6984126984126985, 12),
      expect.closeTo(0.7222222222222222, 12),
      expect.closeTo(0.7222222222222222, 12),
    ]);
    expect(metricsOf(truth, predicted, 5)).toMatchObject({ f1: found.f1, sensitivity: found.sensitivity });
  });
});

describe("of two classes", () => {
  const truth = [0, 0, 0, 0, 0, 0, 1, 1];
  const predicted = [0, 0, 0, 0, 1, 1, 1, 0];
  test("sensitivity, F1 and specificity are of the positive class, balanced accuracy of both", () => {
    expect(metricsOf(truth, predicted, 2, 0)).toMatchObject({
      sensitivity: expect.closeTo(2 / 3, 12),
      f1: expect.closeTo(0.7272727272727273, 12),
      specificity: 0.5,
      balancedAccuracy: expect.closeTo(0.5833333333333333, 12),
    });
    expect(metricsOf(truth, predicted, 2, 1)).toMatchObject({
      sensitivity: 0.5,
      f1: expect.closeTo(0.4, 12),
      specificity: expect.closeTo(2 / 3, 12),
      balancedAccuracy: expect.closeTo(0.5833333333333333, 12),
    });
  });
  test("F1 is 0 where the class is predicted and does not occur, and not defined where it does neither", () => {
    expect(metricsOf([0, 0], [0, 1], 2, 1).f1).toBe(0);
    expect(metricsOf([0, 0], [0, 0], 2, 1).f1).toBeNull();
  });
});

describe("the positive class", () => {
  const positive = (names: readonly string[], rows: readonly number[], chosen = "") =>
    positiveClass(names, Int32Array.from(rows), chosen);
  test("is the rarer one, whatever the alphabet says", () => {
    expect(positive(["case", "control"], [0, 1, 1])).toEqual({ at: 0, by: "rarer" });
    expect(positive(["control", "relapse"], [0, 0, 1])).toEqual({ at: 1, by: "rarer" });
  });
  test("of equally frequent classes it is not the one of comparison", () => {
    expect(positive(["case", "control"], [0, 1])).toEqual({ at: 0, by: "name" });
    expect(positive(["0", "1"], [0, 1])).toEqual({ at: 1, by: "name" });
    expect(positive(["responder", "non-responder"], [1, 0])).toEqual({ at: 0, by: "name" });
  });
  test("where no name tells, that is said", () => {
    expect(positive(["Female", "Male"], [0, 1, 1, 0])).toEqual({ at: 1, by: "order" });
  });
  test("is the chosen one, and a name that is no class is none", () => {
    expect(positive(["case", "control"], [0, 1, 1], "control")).toEqual({ at: 1, by: "chosen" });
    expect(positive(["case", "control"], [0, 1, 1], "cases")).toBeNull();
  });
});

test("over folds a metric has its mean, its spread and how many folds define it", () => {
  const folds = [metricsOf([0, 1], [0, 1], 2, 1), metricsOf([0, 1], [1, 1], 2, 1), metricsOf([0, 0], [0, 0], 2, 1)];
  const found = overFolds(folds);
  expect(found["accuracy"]).toEqual({
    mean: expect.closeTo(2.5 / 3, 12),
    sd: expect.closeTo(Math.sqrt(1 / 12), 12),
    least: 0.5,
    most: 1,
    folds: 3,
  });
  expect(found["auc"]?.folds).toBe(2);
});
