// How good predictions are: accuracy, sensitivity, specificity, F1, area under the ROC curve, each with an interval where
// a standard one exists. With more than two classes the last four are means over the classes (one against the rest).

import { ranksOfValues } from "../stats/ranks.ts";

/** `low`, `high`: 95 % interval, null where none is given. */
export type Estimate = {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
};

export interface ClassificationMetrics {
  readonly n: number;
  readonly nPerClass: readonly number[];
  readonly accuracy: Estimate;
  /** Null where it is not defined: no row of a class is there to be found. */
  readonly sensitivity: Estimate | null;
  readonly specificity: Estimate | null;
  readonly f1: Estimate | null;
  /** Null where only one class is present: never 0.5. */
  readonly auc: Estimate | null;
  /** confusion[truth][predicted]. */
  readonly confusion: readonly (readonly number[])[];
}

export interface Predictions {
  /** Index of the true class of each row. */
  readonly truth: Int32Array;
  /** rows x classes, row-major. */
  readonly probability: Float64Array;
  readonly classCount: number;
}

const z95 = 1.959963984540054;

/** Wilson's score interval (JASA 22, 1927) of `hits` in `n`. */
export function wilson(hits: number, n: number): Estimate | null {
  if (n === 0) return null;
  const share = hits / n;
  const z2 = z95 * z95;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (z95 / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  return { value: share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

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

/**
 * Area under the ROC curve as the Mann-Whitney statistic (ties count half), with DeLong's interval (Biometrics 44, 1988)
 * by mid-ranks (Sun and Xu, IEEE Signal Processing Letters 21, 2014). Null when a class is empty.
 */
export function areaUnderCurve(scores: Float64Array, positive: Uint8Array): Estimate | null {
  const cases: number[] = [];
  const controls: number[] = [];
  for (let i = 0; i < scores.length; i += 1) (positive[i] ? cases : controls).push(scores[i] as number);
  const m = cases.length;
  const n = controls.length;
  if (m === 0 || n === 0) return null;
  const all = ranksOfValues([...cases, ...controls], { ties: "average" });
  const amongCases = ranksOfValues(cases, { ties: "average" });
  const amongControls = ranksOfValues(controls, { ties: "average" });
  let sum = 0;
  for (let i = 0; i < m; i += 1) sum += all[i] as number;
  const value = sum / (m * n) - (m + 1) / (2 * n);
  let variance = 0;
  if (m > 1) {
    let spread = 0;
    for (let i = 0; i < m; i += 1) spread += (((all[i] as number) - (amongCases[i] as number)) / n - value) ** 2;
    variance += spread / (m - 1) / m;
  }
  if (n > 1) {
    let spread = 0;
    for (let j = 0; j < n; j += 1) spread += (1 - ((all[m + j] as number) - (amongControls[j] as number)) / m - value) ** 2;
    variance += spread / (n - 1) / n;
  }
  if (m < 2 || n < 2) return { value, low: null, high: null };
  const half = z95 * Math.sqrt(variance);
  return { value, low: Math.max(0, value - half), high: Math.min(1, value + half) };
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

/** Two classes: sensitivity, specificity, F1 and AUC of the second class ("positive"); more: means over
 * the classes, each against the rest, of those that occur (macro averages; of AUC scikit-learn's
 * `roc_auc_score(multi_class="ovr", average="macro")`). */
export function classificationMetrics(predictions: Predictions): ClassificationMetrics {
  const { truth, classCount } = predictions;
  const n = truth.length;
  const guess = predictedClasses(predictions.probability, classCount);
  const confusion = Array.from({ length: classCount }, () => new Array<number>(classCount).fill(0));
  let hits = 0;
  for (let row = 0; row < n; row += 1) {
    const line = confusion[truth[row] as number] as number[];
    line[guess[row] as number] = (line[guess[row] as number] as number) + 1;
    if (truth[row] === guess[row]) hits += 1;
  }
  const nPerClass = confusion.map((line) => line.reduce((sum, value) => sum + value, 0));
  const perClass = Array.from({ length: classCount }, (_, which) => {
    const tp = confusion[which]?.[which] as number;
    const positives = nPerClass[which] as number;
    const called = confusion.reduce((sum, line) => sum + (line[which] as number), 0);
    const fp = called - tp;
    const { scores, positive } = oneAgainstRest(predictions, which);
    return {
      sensitivity: wilson(tp, positives),
      specificity: wilson(n - positives - fp, n - positives),
      f1: positives === 0 ? null : (2 * tp) / (positives + called),
      auc: areaUnderCurve(scores, positive),
    };
  });
  const accuracy = wilson(hits, n) ?? { value: Number.NaN, low: null, high: null };
  if (classCount === 2) {
    const second = perClass[1];
    return {
      n,
      nPerClass,
      accuracy,
      sensitivity: second?.sensitivity ?? null,
      specificity: second?.specificity ?? null,
      f1: typeof second?.f1 === "number" ? { value: second.f1, low: null, high: null } : null,
      auc: second?.auc ?? null,
      confusion,
    };
  }
  const mean = (values: readonly (number | null | undefined)[]): Estimate | null => {
    const there = values.filter((value): value is number => typeof value === "number");
    return there.length === 0
      ? null
      : { value: there.reduce((sum, value) => sum + value, 0) / there.length, low: null, high: null };
  };
  const present = nPerClass.filter((count) => count > 0).length;
  return {
    n,
    nPerClass,
    accuracy,
    sensitivity: mean(perClass.map((each) => each.sensitivity?.value)),
    specificity: mean(perClass.map((each) => each.specificity?.value)),
    f1: mean(perClass.map((each) => each.f1)),
    auc: present < 2 ? null : mean(perClass.map((each) => each.auc?.value)),
    confusion,
  };
}
