// How good predictions are. Two classes: sensitivity, specificity, F1 and area under the ROC curve of the positive class.
// More: means over the classes, each against the rest, as scikit-learn's average="macro" of the classes that occur or are
// predicted. Where scikit-learn warns and says 0 because nothing is there to be counted (a class neither occurs nor is
// predicted), a metric is not defined here; where it refuses an area since a class is absent, the mean is over the others.

import { areaUnderCurve } from "../stats/area-under-curve.ts";

/** The metrics that a report shows, in its order. */
export const metricNames = ["accuracy", "balancedAccuracy", "sensitivity", "specificity", "f1", "auc"] as const;
export type MetricName = (typeof metricNames)[number];

/** Null where it is not defined. */
export type Metrics = { readonly [name in MetricName]: number | null };

export type ClassificationMetrics = Metrics & {
  readonly n: number;
  readonly nPerClass: readonly number[];
  /** confusion[truth][predicted]. */
  readonly confusion: readonly (readonly number[])[];
};

export interface Predictions {
  /** Index of the true class of each row. */
  readonly truth: Int32Array;
  /** rows x classes, row-major. */
  readonly probability: Float64Array;
  readonly classCount: number;
  /** Of two classes the one that metrics are of; of more it means nothing. */
  readonly positive: number;
}

/** Those of some rows. */
export const predictionsOf = (predictions: Predictions, rows: readonly number[]): Predictions => ({
  ...predictions,
  truth: Int32Array.from(rows, (row) => predictions.truth[row] as number),
  probability: Float64Array.from(
    { length: rows.length * predictions.classCount },
    (_, at) =>
      predictions.probability[
        (rows[Math.floor(at / predictions.classCount)] as number) * predictions.classCount + (at % predictions.classCount)
      ] as number,
  ),
});

/**
 * Class of largest probability; ties go to the first, as scikit-learn's argmax. Compared as float32, which is what models
 * in ONNX answer and what is printed: what differs by rounding alone is a tie everywhere.
 */
export function predictedClasses(probability: ArrayLike<number>, classCount: number): Int32Array {
  const rows = probability.length / classCount;
  const out = new Int32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    let best = 0;
    for (let c = 1; c < classCount; c += 1) {
      const [here, most] = [probability[row * classCount + c], probability[row * classCount + best]];
      if (Math.fround(here as number) > Math.fround(most as number)) best = c;
    }
    out[row] = best;
  }
  return out;
}

/** Points of the ROC curve of a class, from (0, 0) to (1, 1), one per distinct score. Null when a side is empty. */
export function rocCurve(scores: Float64Array, positive: Uint8Array): { readonly fpr: number[]; readonly tpr: number[] } | null {
  const order = Array.from(scores.keys()).sort((a, b) => (scores[b] as number) - (scores[a] as number));
  let cases = 0;
  for (const flag of positive) cases += flag;
  const controls = positive.length - cases;
  if (cases === 0 || controls === 0) return null;
  const fpr = [0];
  const tpr = [0];
  let hits = 0;
  let false_ = 0;
  for (let i = 0; i < order.length; i += 1) {
    const row = order[i] as number;
    if (positive[row]) hits += 1;
    else false_ += 1;
    if (i + 1 < order.length && scores[order[i + 1] as number] === scores[row]) continue;
    fpr.push(false_ / controls);
    tpr.push(hits / cases);
  }
  return { fpr, tpr };
}

export function oneAgainstRest(
  predictions: Predictions,
  which: number,
): { readonly scores: Float64Array; readonly positive: Uint8Array } {
  const rows = predictions.truth.length;
  const scores = new Float64Array(rows);
  const positive = new Uint8Array(rows);
  for (let row = 0; row < rows; row += 1) {
    scores[row] = predictions.probability[row * predictions.classCount + which] as number;
    positive[row] = predictions.truth[row] === which ? 1 : 0;
  }
  return { scores, positive };
}

/** confusion[truth][predicted]. */
export function confusionOf({ truth, probability, classCount }: Predictions): number[][] {
  const guess = predictedClasses(probability, classCount);
  const confusion = Array.from({ length: classCount }, () => new Array<number>(classCount).fill(0));
  truth.forEach((value, row) => {
    const line = confusion[value] as number[];
    line[guess[row] as number] = (line[guess[row] as number] as number) + 1;
  });
  return confusion;
}

/** Mean over the classes that occur of the share of their rows that is found: scikit-learn's balanced_accuracy_score. */
export const balancedAccuracy = (confusion: readonly (readonly number[])[]): number | null =>
  meanOfDefined(
    confusion.map((line, which) => {
      const rows = line.reduce((sum, value) => sum + value, 0);
      return rows === 0 ? null : (line[which] as number) / rows;
    }),
  );

export function classificationMetrics(predictions: Predictions): ClassificationMetrics {
  const { truth, classCount } = predictions;
  const n = truth.length;
  const confusion = confusionOf(predictions);
  const hits = confusion.reduce((sum, line, which) => sum + (line[which] as number), 0);
  const nPerClass = confusion.map((line) => line.reduce((sum, value) => sum + value, 0));
  const ofClass = (which: number): { readonly [name in "sensitivity" | "specificity" | "f1" | "auc"]: number | null } => {
    const tp = confusion[which]?.[which] as number;
    const positives = nPerClass[which] as number;
    const called = confusion.reduce((sum, line) => sum + (line[which] as number), 0);
    const { scores, positive } = oneAgainstRest(predictions, which);
    return {
      sensitivity: positives === 0 ? null : tp / positives,
      specificity: n === positives ? null : (n - positives - (called - tp)) / (n - positives),
      f1: positives + called === 0 ? null : (2 * tp) / (positives + called),
      auc: areaUnderCurve(scores, positive),
    };
  };
  const whole = {
    n,
    nPerClass,
    confusion,
    accuracy: n === 0 ? null : hits / n,
    balancedAccuracy: balancedAccuracy(confusion),
  };
  if (classCount === 2) return { ...whole, ...ofClass(predictions.positive) };
  const perClass = nPerClass.flatMap((rows, which) => {
    const isCalled = confusion.some((line) => (line[which] as number) > 0);
    return rows > 0 || isCalled ? [ofClass(which)] : [];
  });
  return {
    ...whole,
    // A class that is predicted and does not occur has found nothing: 0, as there.
    sensitivity: meanOfDefined(perClass.map((each) => each.sensitivity ?? 0)),
    specificity: meanOfDefined(perClass.map((each) => each.specificity)),
    f1: meanOfDefined(perClass.map((each) => each.f1)),
    auc: meanOfDefined(perClass.map((each) => each.auc)),
  };
}

function meanOfDefined(values: readonly (number | null)[]): number | null {
  const there = values.filter((value): value is number => value !== null);
  return there.length === 0 ? null : there.reduce((sum, value) => sum + value, 0) / there.length;
}
