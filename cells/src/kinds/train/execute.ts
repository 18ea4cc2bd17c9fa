// Cross-validates, then trains on all rows and writes the model as ONNX with its card.

import type { Assay, Table } from "../../artifacts/artifact.ts";
import { doubtsOfScale } from "../../artifacts/raw-values.ts";
import type { JsonObject } from "../../base/json.ts";
import { err, ok } from "../../base/result.ts";
import { onnxNames } from "../../learn/class-model.ts";
import { crossValidate, type CrossValidation } from "../../learn/cross-validate.ts";
import type { LearningData } from "../../learn/data-of-artifact.ts";
import { constantFeatures, mostVariable, selectFeatures } from "../../learn/design-matrix.ts";
import { doubtsOfData, rowsLeftOut, topUnused } from "../../learn/doubts-of-data.ts";
import { doubtsOfTraining } from "../../learn/doubts-of-training.ts";
import { stratifiedFolds } from "../../learn/folds.ts";
import {
  classificationMetrics,
  oneAgainstRest,
  rocCurve,
  type ClassificationMetrics,
  type Predictions,
} from "../../learn/metrics.ts";
import { learnedFrom } from "../../learn/kept-aside.ts";
import { overFolds } from "../../learn/over-folds.ts";
import { permutationTest } from "../../learn/permutation-test.ts";
import { spreadsOf } from "../../learn/other-scale.ts";
import { markOfRows } from "../../learn/rows-mark.ts";
import { learnerOf, loadFit } from "../../learners.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import type { Sentence } from "../../messages/sentence.ts";
import type { Doubt } from "../../contract/doubt.ts";
import type { Execute } from "../../contract/execute.ts";
import type { FitTask } from "../../contract/learner.ts";
import { predictionsTable } from "./predictions-table.ts";
import { prepare, type Prepared } from "./prepare.ts";
import type { TrainSpec } from "./spec.ts";
import { words as learnWords } from "../../learn/words.ts";

export const execute: Execute<TrainSpec> = async (spec, context) => {
  if (!spec.from) return err(learnWords.failure("no-data", {}, { at: ["from"] }));
  const learned = learnedFrom(context.input(spec.from) as Assay | Table);
  if (!learned.ok) return learned;
  const { source } = learned.value;
  const prepared = prepare(spec, source);
  if (!prepared.ok) return prepared;
  const { data, classes, classNames, positive, folds, labs } = prepared.value;
  const top =
    source.type === "assay" && spec.features === null && spec.topFeatures > 0 && spec.topFeatures < data.matrix.features.length
      ? spec.topFeatures
      : null;
  const matrix = top === null ? data.matrix : selectFeatures(data.matrix, mostVariable(data.matrix, top));
  const constant = constantFeatures(matrix).map((f) => matrix.features[f] as string);
  if (constant.length > 0)
    context.log(learnWords.say("log-constant", { count: constant.length, names: constant.slice(0, 20) }, "en"));
  const breathe = async (): Promise<void> => {
    // One macrotask, so that a cancel can arrive between folds and trees.
    await new Promise((resolve) => setTimeout(resolve, 0));
    context.signal.throwIfAborted();
  };
  const learner = learnerOf(spec.algorithm);
  const fit = await loadFit(spec.algorithm);
  const how = {
    fit: (task: Pick<FitTask, "matrix" | "classes" | "classCount">) => fit({ ...task, options: spec.algorithm, seed: spec.seed }),
    classCount: classNames.length,
    positive: positive.at,
    topFeatures: top,
  };
  /** What validating once takes of the whole. */
  const once = 0.9 / (1 + spec.permutations);
  const validated = await crossValidate(data.matrix, classes, folds, {
    ...how,
    onFold: async (fold, fraction) => {
      context.progress(fraction * once, learnWords.sentence("progress-fold", { fold: fold + 1, folds: folds.names.length }));
      // Folds of labs have names of their own; others are numbered.
      const name = folds.names[fold] === String(fold + 1) ? "" : `: ${folds.names[fold]}`;
      context.log(`fold ${fold + 1} of ${folds.names.length}${name}`);
      await breathe();
    },
  });
  const known = new Set(constant);
  for (const fold of validated.folds) {
    const more = fold.constant.filter((name) => !known.has(name));
    if (more.length > 0)
      context.log(learnWords.say("log-constant-fold", { fold: fold.name, count: more.length, names: more.slice(0, 20) }, "en"));
    for (const note of fold.notes)
      context.log(learnWords.say("log-fold", { fold: fold.name, note: sentenceIn(note, "en") }, "en"));
  }
  const pooled = classificationMetrics(validated.pooled);
  const permuted =
    spec.permutations === 0
      ? null
      : await permutationTest(data.matrix, classes, {
          ...how,
          permutations: spec.permutations,
          seed: spec.seed,
          observed: pooled.balancedAccuracy ?? 0,
          foldsOf: (labels) =>
            spec.validation.type === "k-fold"
              ? stratifiedFolds(labels, classNames.length, spec.validation.folds, spec.seed)
              : folds,
          within: spec.validation.type === "k-fold" ? null : folds.of,
          onPermutation: async (done) => {
            const params = { at: done + 1, of: spec.permutations };
            context.progress(once * (1 + done), learnWords.sentence("progress-permutation", params));
            await breathe();
          },
        });
  // Folds by chance all have the commonest class; of a lab that is left out it is not known.
  const baseline = spec.validation.type === "k-fold" ? Math.max(...pooled.nPerClass) / data.matrix.rows : validated.baseline;
  context.progress(0.9, learnWords.sentence("progress-final"));
  await breathe();
  const model = fit({
    options: spec.algorithm,
    matrix,
    classes,
    classCount: classNames.length,
    seed: spec.seed,
    onProgress: () => !context.signal.aborted,
  });
  context.signal.throwIfAborted();
  for (const note of model.notes) context.log(sentenceIn(note, "en"));
  const importance = model.importance();
  const metrics = metricsJson(pooled);
  const doubts: readonly Doubt[] = [
    ...learned.value.doubts,
    ...doubtsOfScale(source, false),
    ...doubtsOfData(data),
    ...topUnused(spec.topFeatures, source.type === "assay" && spec.features === null),
    ...doubtsOfTraining({
      target: spec.target,
      matrix,
      classes,
      classNames,
      folds,
      leftOut: spec.validation.type === "leave-one-out" ? spec.validation.column : null,
      labs: spec.labColumn === "" ? null : spec.labColumn,
      annotation: data.annotation.columns,
      kept: data.kept,
    }),
    ...doubtsOfAnswer(pooled, baseline, classNames, positive),
  ];
  for (const doubt of doubts) context.log(sentenceIn(doubt, "en"));
  const left = rowsLeftOut(data);
  if (left !== null) context.log(left);
  const body: JsonObject = {
    task: "classification",
    algorithm: spec.algorithm,
    target: spec.target,
    classes: classNames,
    positive: classNames.length === 2 ? { class: classNames[positive.at] as string, by: positive.by } : null,
    rows: data.matrix.rows,
    dropped: data.leftOut.names.length,
    doubts: doubts.map((doubt) => ({ ...doubt })),
    nPerClass: pooled.nPerClass,
    features: matrix.features.length,
    featuresOffered: data.matrix.features.length,
    selectedInFolds: top !== null,
    validation: spec.validation,
    constant: { count: constant.length, features: constant.slice(0, 20) },
    folds: validated.folds.map((fold) => ({
      name: fold.name,
      trained: fold.trained,
      constant: fold.constant.length,
      notes: fold.notes.map((note) => ({ ...note })),
      ...metricsJson(fold.metrics),
    })),
    pooled: metrics,
    overFolds: overFolds(validated.folds.map((fold) => fold.metrics)),
    baseline,
    permutation: permuted === null ? null : { ...permuted },
    labs: labs ? perLab(validated.pooled, labs) : [],
    roc: roc(validated.pooled, classNames),
    notes: model.notes.map((note) => ({ ...note })),
    importanceBy: learner.words.key("importance"),
    importance: [...importance.keys()]
      .sort((a, b) => (importance[b] as number) - (importance[a] as number) || a - b)
      .slice(0, 50)
      .map((f) => ({
        feature: matrix.features[f] as string,
        share: importance[f] as number,
        folds: chosenIn(validated, data, matrix.features[f] as string),
      })),
    seed: spec.seed,
  };
  return ok({
    out: {
      type: "model",
      onnx: model.toOnnx(classNames),
      card: {
        task: "classification",
        algorithm: learner.algorithm,
        inputName: onnxNames.input,
        features: spreadsOf(matrix).map((spread, f) => ({ name: matrix.features[f] as string, ...spread })),
        target: spec.target,
        classes: classNames,
        labelOutput: onnxNames.label,
        probabilityOutput: onnxNames.probability,
        seed: learner.isRandom ? spec.seed : null,
        trainedOn: { rows: matrix.rows, source: source.type, mark: markOfRows(matrix) },
        metrics: { ...metrics, validation: spec.validation },
        ...(model.notes.length > 0 ? { notes: model.notes.map((note) => ({ ...note })) } : {}),
      },
    },
    report: { type: "report", report: "cross-validation", body },
    predictions: predictionsTable(spec.target, source, prepared.value, validated.pooled),
  });
};

const metricsJson = (metrics: ClassificationMetrics): JsonObject => ({ ...metrics });

function doubtsOfAnswer(
  { accuracy }: ClassificationMetrics,
  baseline: number,
  classNames: readonly string[],
  positive: Prepared["positive"],
): readonly Sentence[] {
  const said = (value: number): number => Number(value.toFixed(3));
  return [
    ...(accuracy !== null && accuracy <= baseline
      ? [learnWords.sentence("doubt-baseline", { accuracy: said(accuracy), baseline: said(baseline) })]
      : []),
    ...(classNames.length === 2 && positive.by === "order"
      ? [learnWords.sentence("doubt-positive", { classes: classNames, class: classNames[positive.at] as string })]
      : []),
  ];
}

const subset = (predictions: Predictions, rows: readonly number[]): Predictions => ({
  truth: Int32Array.from(rows, (row) => predictions.truth[row] as number),
  probability: Float64Array.from(
    { length: rows.length * predictions.classCount },
    (_, at) =>
      predictions.probability[
        (rows[Math.floor(at / predictions.classCount)] as number) * predictions.classCount + (at % predictions.classCount)
      ] as number,
  ),
  classCount: predictions.classCount,
  positive: predictions.positive,
});

function perLab(predictions: Predictions, labs: readonly string[]): JsonObject[] {
  return [...new Set(labs)].sort().map((lab) => {
    const rows = [...labs.keys()].filter((row) => labs[row] === lab);
    return { name: lab, ...metricsJson(classificationMetrics(subset(predictions, rows))) };
  });
}

/** One curve per class (of two the positive one's alone), at most 400 points each. */
function roc(predictions: Predictions, classNames: readonly string[]): JsonObject[] {
  const which = classNames.length === 2 ? [predictions.positive] : classNames.map((_, at) => at);
  return which.flatMap((at) => {
    const { scores, positive } = oneAgainstRest(predictions, at);
    const curve = rocCurve(scores, positive);
    if (!curve) return [];
    const step = Math.max(1, Math.ceil(curve.fpr.length / 400));
    const thin = (values: readonly number[]) => values.filter((_, i) => i % step === 0 || i === values.length - 1);
    return [{ class: classNames[at] as string, fpr: thin(curve.fpr), tpr: thin(curve.tpr) }];
  });
}

const chosenIn = (validated: CrossValidation, data: LearningData, feature: string): number =>
  validated.chosen[data.matrix.features.indexOf(feature)] ?? 0;
