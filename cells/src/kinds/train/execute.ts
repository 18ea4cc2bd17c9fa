// Cross-validates, then trains on all rows and writes the model as ONNX with its card.

import type { Assay, Column, Table } from "../../artifacts/artifact.ts";
import type { Failure } from "../../base/failure.ts";
import type { JsonObject } from "../../base/json.ts";
import { err, ok, type Result } from "../../base/result.ts";
import { cellString, columnOf, uniquelyNamed } from "../../artifacts/table.ts";
import { onnxNames } from "../../learn/class-model.ts";
import { crossValidate, type CrossValidation } from "../../learn/cross-validate.ts";
import { annotationOf, learningData, missingColumn, type LearningData } from "../../learn/data-of-artifact.ts";
import { constantFeatures, mostVariable, selectFeatures } from "../../learn/design-matrix.ts";
import { foldsByColumn, stratifiedFolds, type Folds } from "../../learn/folds.ts";
import {
  classificationMetrics,
  oneAgainstRest,
  predictedClasses,
  rocCurve,
  type ClassificationMetrics,
  type Predictions,
} from "../../learn/metrics.ts";
import { learnerOf, loadFit } from "../../learners.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import { numberOf, textOf } from "../../learn/output-columns.ts";
import type { Execute } from "../../contract/execute.ts";
import type { TrainSpec } from "./spec.ts";
import { words as learnWords } from "../../learn/words.ts";

export const execute: Execute<TrainSpec> = async (spec, context) => {
  if (!spec.from) return err(learnWords.failure("no-data", {}, { at: ["from"] }));
  const source = context.input(spec.from) as Assay | Table;
  const prepared = prepare(spec, source);
  if (!prepared.ok) return prepared;
  const { data, classes, classNames, folds, labs } = prepared.value;
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
  const validated = await crossValidate(data.matrix, classes, folds, {
    fit: (task) => fit({ ...task, options: spec.algorithm, seed: spec.seed }),
    classCount: classNames.length,
    topFeatures: top,
    onFold: async (fold, fraction) => {
      context.progress(fraction * 0.9, learnWords.sentence("progress-fold", { fold: fold + 1, folds: folds.names.length }));
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
  const pooled = classificationMetrics(validated.pooled);
  const metrics = metricsJson(pooled);
  const body: JsonObject = {
    task: "classification",
    algorithm: spec.algorithm,
    target: spec.target,
    classes: classNames,
    positive: classNames.length === 2 ? (classNames[1] as string) : null,
    rows: data.matrix.rows,
    dropped: data.dropped,
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
        features: matrix.features.map((name) => ({ name })),
        target: spec.target,
        classes: classNames,
        labelOutput: onnxNames.label,
        probabilityOutput: onnxNames.probability,
        seed: learner.isRandom ? spec.seed : null,
        trainedOn: { rows: matrix.rows, source: source.type },
        metrics: { ...metrics, validation: spec.validation },
      },
    },
    report: { type: "report", report: "cross-validation", body },
    predictions: predictionsTable(spec, data, validated, classNames, folds, labs, source),
  });
};

interface Prepared {
  readonly data: LearningData;
  readonly classes: Int32Array;
  readonly classNames: readonly string[];
  readonly folds: Folds;
  readonly labs: readonly string[] | null;
}

function prepare(spec: TrainSpec, source: Assay | Table): Result<Prepared, Failure> {
  const annotation = annotationOf(source);
  const target = columnOf(annotation, spec.target);
  if (!target) return err(missingColumn(annotation, spec.target, "target"));
  const groupName = spec.validation.type === "leave-one-out" ? spec.validation.column : spec.labColumn;
  const group = groupName === "" ? null : columnOf(annotation, groupName);
  if (groupName !== "" && !group)
    return err(missingColumn(annotation, groupName, spec.validation.type === "leave-one-out" ? "validation" : "labColumn"));
  if (group?.name === target.name)
    return err(learnWords.failure("lab-is-target", { column: target.name }, { at: ["validation"] }));
  const labColumn = spec.labColumn === "" ? group : columnOf(annotation, spec.labColumn);
  const needs: Column[] = [target, ...(group ? [group] : [])];
  const data = learningData(source, {
    features: spec.features,
    except: [target.name, groupName, spec.labColumn, ...spec.except],
    needs,
  });
  if (!data.ok) return data;
  const kept = data.value.kept;
  const labels = Array.from(kept, (row) => cellString(target, row));
  const classNames = [...new Set(labels)].sort();
  if (classNames.length < 2)
    return err(
      learnWords.failure("one-class", { target: target.name, value: classNames[0] ?? "", rows: kept.length }, { at: ["target"] }),
    );
  if (classNames.length > 50) {
    return err(learnWords.failure("too-many-classes", { target: target.name, classes: classNames.length }, { at: ["target"] }));
  }
  const index = new Map(classNames.map((name, at) => [name, at]));
  const classes = Int32Array.from(labels, (label) => index.get(label) as number);
  let folds: Folds;
  if (spec.validation.type === "k-fold") {
    const smallest = Math.min(...classNames.map((_, at) => classes.reduce((count, value) => count + (value === at ? 1 : 0), 0)));
    if (spec.validation.folds > kept.length) {
      return err(
        learnWords.failure(
          "more-folds-than-rows",
          { folds: spec.validation.folds, rows: kept.length },
          {
            at: ["validation"],
            fix: { path: ["validation"], value: { type: "k-fold", folds: Math.max(2, Math.min(smallest, 10)) } },
          },
        ),
      );
    }
    folds = stratifiedFolds(classes, classNames.length, spec.validation.folds, spec.seed);
  } else {
    const values = Array.from(kept, (row) => cellString(group as Column, row));
    folds = foldsByColumn(values);
    if (folds.names.length < 2)
      return err(learnWords.failure("one-lab", { column: groupName, value: folds.names[0] ?? "" }, { at: ["validation"] }));
    if (folds.names.length > 500)
      return err(learnWords.failure("too-many-labs", { column: groupName, count: folds.names.length }, { at: ["validation"] }));
  }
  const labs = labColumn ? Array.from(kept, (row) => cellString(labColumn, row)) : null;
  return ok({ data: data.value, classes, classNames, folds, labs });
}

function metricsJson(metrics: ClassificationMetrics): JsonObject {
  return {
    n: metrics.n,
    nPerClass: metrics.nPerClass,
    accuracy: metrics.accuracy,
    sensitivity: metrics.sensitivity,
    specificity: metrics.specificity,
    f1: metrics.f1,
    auc: metrics.auc,
    confusion: metrics.confusion,
  };
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
});

function perLab(predictions: Predictions, labs: readonly string[]): JsonObject[] {
  return [...new Set(labs)].sort().map((lab) => {
    const rows = [...labs.keys()].filter((row) => labs[row] === lab);
    return { name: lab, ...metricsJson(classificationMetrics(subset(predictions, rows))) };
  });
}

/** One curve per class (the second alone when there are two), at most 400 points each. */
function roc(predictions: Predictions, classNames: readonly string[]): JsonObject[] {
  const which = classNames.length === 2 ? [1] : classNames.map((_, at) => at);
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

function predictionsTable(
  spec: TrainSpec,
  data: LearningData,
  validated: CrossValidation,
  classNames: readonly string[],
  folds: Folds,
  labs: readonly string[] | null,
  source: Assay | Table,
): Table {
  const { truth, probability, classCount } = validated.pooled;
  const guess = predictedClasses(probability, classCount);
  const idName = source.type === "assay" ? (source.samples.columns[0]?.name ?? "sample") : "row";
  const columns: Column[] = [
    textOf(idName, data.rowNames, "sample"),
    textOf(
      spec.target,
      Array.from(truth, (at) => classNames[at] as string),
      "category",
    ),
    textOf(
      "predicted",
      Array.from(guess, (at) => classNames[at] as string),
      "category",
    ),
    ...classNames.map((name, at) =>
      numberOf(
        `p_${name}`,
        // As models answer them: what is printed ties where the class was decided as a tie.
        Float64Array.from(truth, (_, row) => Math.fround(probability[row * classCount + at] as number)),
      ),
    ),
    textOf(
      "fold",
      Array.from(folds.of, (fold) => folds.names[fold] as string),
      "category",
    ),
  ];
  if (labs) columns.push(textOf("lab", labs, "lab"));
  return { type: "table", rowCount: truth.length, columns: uniquelyNamed(columns, "_") };
}
