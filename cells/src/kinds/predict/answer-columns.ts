// What a model answered as columns. The class never contradicts the probabilities beside it without a word: of models that
// were trained here it is the class of largest probability, whatever label the runtime gave (older files of two-class
// forests carry labels that are wrong); of other files it is said how often the two differ.

import { doublesBy } from "../../base/filled-arrays.ts";
import type { Column, ModelCard } from "../../artifacts/artifact.ts";
import { predictedClasses } from "../../learn/metrics.ts";
import type { OnnxLabels } from "../../learn/onnx-labels.ts";
import { numberOf, textOf } from "../../learn/output-columns.ts";
import type { PredictSpec } from "./spec.ts";

type Answer = { readonly dims: readonly number[]; readonly data: Float32Array | readonly string[] | BigInt64Array };
export type Answers = { readonly [output: string]: Answer };

export interface AnswerColumns {
  readonly columns: Column[];
  /** Outputs of several numbers a row of which nothing says what they are: their columns are counted from 0. */
  readonly unnamed: readonly string[];
  /** Rows in which the file's own label is not the class of its largest probability, and which of the two was taken. */
  readonly contradictions: { readonly rows: number; readonly taken: "label" | "probability" } | null;
}

export interface AnswerOptions {
  readonly rows: number;
  readonly card: ModelCard | null;
  /** What a file without card says of its classes. */
  readonly labels: OnnxLabels | null;
  readonly answer: PredictSpec["answer"];
}

export function answerColumns(answers: Answers, options: AnswerOptions): AnswerColumns {
  const { rows, card, answer } = options;
  const columns: Column[] = [];
  const unnamed: string[] = [];
  const classes = card?.classes ?? options.labels?.labels ?? [];
  const numeric = Object.entries(answers).filter(([, value]) => value.data instanceof Float32Array);
  /** One number for each class; of a model that was trained here only its probabilities are. */
  const isByClass = (name: string, width: number): boolean =>
    width > 1 && width === classes.length && (!card || name === card.probabilityOutput);
  const decided = decidedClasses(answers, options);
  for (const [name, value] of Object.entries(answers)) {
    const width = widthOf(value, rows);
    if (value.data instanceof Float32Array) {
      const { data } = value;
      if (answer === "class") {
        const hasLabels = Object.values(answers).some((other) => !(other.data instanceof Float32Array));
        if ((card && name !== card.probabilityOutput) || hasLabels || width === 1) continue;
        const isNamed = isByClass(name, width);
        if (!isNamed) unnamed.push(name);
        const predicted = Array.from(predictedClasses(data, width), (at) => (isNamed ? (classes[at] as string) : String(at)));
        columns.push(textOf("predicted", predicted, "category"));
        continue;
      }
      const isNamed = isByClass(name, width);
      // Of scores beside probabilities it is said which are which.
      const head = card || numeric.length === 1 ? "p" : name;
      if (!isNamed && width > 1) unnamed.push(name);
      for (let at = 0; at < width; at += 1) {
        const title = isNamed ? `${head}_${classes[at]}` : width === 1 ? name : `${name}_${at}`;
        columns.push(
          numberOf(
            title,
            doublesBy(rows, (row) => data[row * width + at] as number),
          ),
        );
      }
    } else if (answer !== "probability") {
      columns.push(textOf("predicted", decided?.classes ?? labelsIn(value, rows), "category"));
    }
  }
  return { columns, unnamed, contradictions: decided?.contradictions ?? null };
}

const widthOf = (value: Answer, rows: number): number => Math.max(1, Math.round(value.data.length / Math.max(1, rows)));

function labelsIn(value: Answer, rows: number): string[] {
  const width = widthOf(value, rows);
  return Array.from({ length: rows }, (_, row) => String((value.data as readonly (string | bigint)[])[row * width]));
}

/** Null where there are not both labels and a probability of each class. */
function decidedClasses(
  answers: Answers,
  { rows, card, labels }: AnswerOptions,
): (Pick<AnswerColumns, "contradictions"> & { readonly classes: readonly string[] }) | null {
  const classes = card?.classes ?? labels?.labels;
  const outputs = Object.entries(answers);
  const named = outputs.filter(([, value]) => !(value.data instanceof Float32Array));
  const numbers = outputs.filter(
    ([name, value]) => value.data instanceof Float32Array && (!card || name === card.probabilityOutput),
  );
  const probability = numbers[0]?.[1].data;
  const label = named[0]?.[1];
  if (!classes || named.length !== 1 || numbers.length !== 1 || !label || !(probability instanceof Float32Array)) return null;
  if (classes.length < 2 || probability.length !== rows * classes.length) return null;
  if (!card && !areShares(probability, classes.length)) return null;
  const likeliest = Array.from(predictedClasses(probability, classes.length), (at) => classes[at] as string);
  if (card) return { classes: likeliest, contradictions: null };
  const own = labelsIn(label, rows);
  const differing = own.reduce((count, each, row) => count + (each === likeliest[row] ? 0 : 1), 0);
  if (differing === 0) return { classes: own, contradictions: null };
  // ONNX Runtime takes the second class of two wherever its weight is not 0. Elsewhere a label may well follow a rule of
  // the model's own: a threshold, a margin.
  const isFaulty = classes.length === 2 && labels?.operator === "TreeEnsembleClassifier";
  return {
    classes: isFaulty ? likeliest : own,
    contradictions: { rows: differing, taken: isFaulty ? "probability" : "label" },
  };
}

function areShares(values: Float32Array, width: number): boolean {
  for (let at = 0; at < values.length; at += width) {
    let sum = 0;
    for (let c = 0; c < width; c += 1) {
      const value = values[at + c] as number;
      if (!(value >= 0 && value <= 1.0001)) return false;
      sum += value;
    }
    if (Math.abs(sum - 1) > 1e-3) return false;
  }
  return true;
}
