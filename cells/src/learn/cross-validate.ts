// Cross-validation without leakage: everything that is learned from data (which features, their scale, the model) is
// learned inside the training rows of a fold. The tested rows are only ever predicted.

import type { DesignMatrix } from "../contract/design-matrix.ts";
import type { Fitted, FitTask } from "../contract/learner.ts";
import { constantFeatures, selectFeatures, selectRows, mostVariable } from "./design-matrix.ts";
import type { Sentence } from "../messages/sentence.ts";
import type { Folds } from "./folds.ts";
import { withShares } from "./shares-before.ts";
import { classificationMetrics, type ClassificationMetrics, type Predictions } from "./metrics.ts";

export interface CrossValidation {
  /** Out-of-fold probabilities of every row, rows x classes; NaN of those that got none. */
  readonly pooled: Predictions;
  /** Rows that got no prediction: the steps of their fold leave them out, or a value is missing behind these. */
  readonly unanswered: readonly number[];
  readonly folds: readonly FoldResult[];
  /** In how many folds each feature was chosen; all features when nothing was selected. */
  readonly chosen: ReadonlyMap<string, number>;
  /** Share of the rows that are of the commonest class of the rows trained on in their fold: what a model has to beat. */
  readonly baseline: number;
}

export interface FoldResult {
  readonly name: string;
  /** Rows that it was trained on. */
  readonly trained: number;
  /** Features, of those chosen, that are constant in these rows and were left out. */
  readonly constant: readonly string[];
  /** What the training of this fold has to say. */
  readonly notes: readonly Sentence[];
  readonly metrics: ClassificationMetrics;
}

/** What a fold learns of, and what it is tried on. */
export interface FoldData {
  readonly training: DesignMatrix;
  /** Of its rows, which need not be those of the data: some may be made to balance the classes. */
  readonly classes: Int32Array;
  readonly testing: DesignMatrix;
  /** Which of the rows that are tested those of `testing` are; the others get no prediction. */
  readonly tested: readonly number[];
  /** By class: its share before classes were balanced over that after. Absent: they were not. */
  readonly shares?: Float64Array;
}
export type FoldDataOf = (rows: {
  readonly train: readonly number[];
  readonly test: readonly number[];
  readonly classes: Int32Array;
  readonly fold: number;
}) => FoldData | Promise<FoldData>;

/** Rows as they are. */
export const rowsOfMatrix =
  (matrix: DesignMatrix): FoldDataOf =>
  ({ train, test, classes }) => ({
    training: selectRows(matrix, train),
    classes: classesAt(classes, train),
    testing: selectRows(matrix, test),
    tested: test,
  });

export interface CrossValidationOptions {
  /** Trains on the rows of a fold. */
  readonly fit: (task: Pick<FitTask, "matrix" | "classes" | "classCount">) => Fitted;
  readonly classCount: number;
  /** Of two classes the one that metrics are of. */
  readonly positive: number;
  /** Keep this many features of largest variance, chosen in each fold's training rows; null keeps all. */
  readonly topFeatures: number | null;
  /** Between folds: reports, and lets the caller breathe and stop. */
  readonly onFold: (fold: number, fraction: number) => Promise<void>;
}

/** A fold whose training rows hold a single class answers that class with probability 1; it is counted, not hidden. */
export async function crossValidate(
  dataOf: FoldDataOf,
  classes: Int32Array,
  folds: Folds,
  options: CrossValidationOptions,
): Promise<CrossValidation> {
  const { classCount, positive } = options;
  const rows = classes.length;
  let commonest = 0;
  const probability = new Float64Array(rows * classCount).fill(Number.NaN);
  const chosen = new Map<string, number>();
  const results: FoldResult[] = [];
  const answered = new Uint8Array(rows);
  for (const [fold, name] of folds.names.entries()) {
    await options.onFold(fold, fold / folds.names.length);
    const test: number[] = [];
    const train: number[] = [];
    for (let row = 0; row < rows; row += 1) (folds.of[row] === fold ? test : train).push(row);
    const data = await dataOf({ train, test, classes, fold });
    const { training, testing, tested } = data;
    const features =
      options.topFeatures !== null && options.topFeatures < training.features.length
        ? mostVariable(training, options.topFeatures)
        : null;
    const learned = features ? selectFeatures(training, features) : training;
    for (const feature of learned.features) chosen.set(feature, (chosen.get(feature) ?? 0) + 1);
    const model = fitOn(learned, data.classes, options);
    const usual = commonestOf(classesAt(classes, train), classCount);
    for (const row of tested) if (classes[row] === usual) commonest += 1;
    const raw = predictFitted(model, features ? selectFeatures(testing, features) : testing, classCount);
    const predicted = data.shares ? withShares(raw, data.shares) : raw;
    tested.forEach((row, at) => {
      answered[row] = 1;
      for (let c = 0; c < classCount; c += 1) probability[row * classCount + c] = predicted[at * classCount + c] as number;
    });
    results.push({
      name,
      trained: train.length,
      notes: model.model?.notes ?? [],
      constant: constantFeatures(learned).map((f) => learned.features[f] as string),
      metrics: classificationMetrics({ truth: classesAt(classes, tested), probability: predicted, classCount, positive }),
    });
  }
  const pooled = { truth: classes, probability, classCount, positive };
  const unanswered = [...answered.keys()].filter((row) => answered[row] === 0);
  return { pooled, unanswered, folds: results, chosen, baseline: commonest / Math.max(1, rows - unanswered.length) };
}

/** Those that were answered. */
export const answeredOf = ({ pooled, unanswered }: Pick<CrossValidation, "pooled" | "unanswered">): readonly number[] => {
  const without = new Set(unanswered);
  return [...pooled.truth.keys()].filter((row) => !without.has(row));
};

/** Of equally frequent classes the first. */
function commonestOf(classes: Int32Array, classCount: number): number {
  const counts = new Array<number>(classCount).fill(0);
  for (const value of classes) counts[value] = (counts[value] as number) + 1;
  return counts.indexOf(Math.max(...counts));
}

export const classesAt = (classes: Int32Array, rows: readonly number[]): Int32Array =>
  Int32Array.from(rows, (row) => classes[row] as number);

interface FittedFold {
  /** Null where all rows are of one class. */
  readonly model: Fitted | null;
  readonly present: readonly number[];
}

/** Classes that are absent from the training rows are left out of the fit and get probability 0. */
function fitOn(matrix: DesignMatrix, classes: Int32Array, { fit }: CrossValidationOptions): FittedFold {
  const present = [...new Set(classes)].sort((a, b) => a - b);
  if (present.length < 2) return { model: null, present };
  const local = new Map(present.map((value, at) => [value, at]));
  const mapped = Int32Array.from(classes, (value) => local.get(value) as number);
  return { model: fit({ matrix, classes: mapped, classCount: present.length }), present };
}

function predictFitted(fitted: FittedFold, matrix: DesignMatrix, classCount: number): Float64Array {
  const out = new Float64Array(matrix.rows * classCount);
  const inner = fitted.model ? fitted.model.predict(matrix) : new Float64Array(matrix.rows).fill(1);
  const width = fitted.present.length;
  for (let row = 0; row < matrix.rows; row += 1)
    fitted.present.forEach((value, at) => (out[row * classCount + value] = inner[row * width + at] as number));
  return out;
}
