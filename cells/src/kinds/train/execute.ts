// Cross-validates, then trains on all rows and writes the model as ONNX with its card.

import type { Assay, Table } from "../../artifacts/artifact.ts";
import { doubtsOfScale } from "../../artifacts/raw-values.ts";
import type { JsonObject } from "../../base/json.ts";
import type { Failure } from "../../base/failure.ts";
import { FailureError } from "../../base/failure.ts";
import { err, ok, type Result } from "../../base/result.ts";
import { balancedWeights, givenBack } from "../../learn/class-weights.ts";
import { onnxNames } from "../../learn/class-model.ts";
import { answeredOf, crossValidate, rowsOfMatrix } from "../../learn/cross-validate.ts";
import { constantFeatures, mostVariable, selectFeatures } from "../../learn/design-matrix.ts";
import { doubtsOfData, rowsLeftOut, topUnused } from "../../learn/doubts-of-data.ts";
import { doubtsOfTraining } from "../../learn/doubts-of-training.ts";
import { stratifiedFolds } from "../../learn/folds.ts";
import {
  classificationMetrics,
  oneAgainstRest,
  predictionsOf,
  rocCurve,
  type ClassificationMetrics,
  type Predictions,
} from "../../learn/metrics.ts";
import { learnedFrom, type Learned as LearnedRows } from "../../learn/kept-aside.ts";
import { overFolds } from "../../learn/over-folds.ts";
import { permutationTest } from "../../learn/permutation-test.ts";
import { spreadsOf } from "../../learn/other-scale.ts";
import { markOfRows } from "../../learn/rows-mark.ts";
import { learnerOf, loadFit } from "../../learners.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { type Doubt, doubtOf } from "../../contract/doubt.ts";
import type { Execute, ExecuteContext, Outputs } from "../../contract/execute.ts";
import type { DesignMatrix } from "../../contract/design-matrix.ts";
import type { FitTask } from "../../contract/learner.ts";
import { chainOf, type InFolds, inFolds, refuseMade } from "./execute-in-folds.ts";
import { predictionsTable } from "./predictions-table.ts";
import { prepare, type Prepared } from "./prepare.ts";
import type { TrainSpec } from "./spec.ts";
import { words as learnWords } from "../../learn/words.ts";

export const execute: Execute<TrainSpec> = async (spec, context) => {
  if (!spec.from) return err(learnWords.failure("no-data", {}, { at: ["from"] }));
  const learned = learnedFrom(context.input(spec.from) as Assay | Table);
  if (!learned.ok) return learned;
  const { source } = learned.value;
  try {
    refuseMade(source);
    const inside = spec.prepare
      ? await inFolds(spec, chainOf(spec, context.input(spec.prepare), source), source, context.signal)
      : null;
    return await trained(spec, context, { learned: learned.value, inside });
  } catch (error) {
    if (error instanceof FailureError) return err(error.failure);
    throw error;
  }
};

interface Given {
  readonly learned: LearnedRows;
  /** Steps that are done within the folds; null: there are none. */
  readonly inside: InFolds | null;
}

async function trained(spec: TrainSpec, context: ExecuteContext, { learned, inside }: Given): Promise<Result<Outputs, Failure>> {
  const source = inside?.shown ?? learned.source;
  const prepared = prepare(spec, source, inside?.names);
  if (!prepared.ok) return prepared;
  const { data, classes, classNames, positive, folds } = prepared.value;
  const rows = { kept: data.kept, classes, classNames };
  const dataOf = inside?.foldDataOf({ ...rows, folds: folds.names }) ?? rowsOfMatrix(data.matrix);
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
  const fitPlain = await loadFit(spec.algorithm);
  const fit: typeof fitPlain = (task) => {
    if (spec.weights === "none") return fitPlain(task);
    const classWeights = balancedWeights(task.classes, task.classCount);
    return givenBack(fitPlain({ ...task, classWeights }), classWeights);
  };
  const how = {
    fit: (task: Pick<FitTask, "matrix" | "classes" | "classCount">) => fit({ ...task, options: spec.algorithm, seed: spec.seed }),
    classCount: classNames.length,
    positive: positive.at,
    topFeatures: top,
  };
  /** What validating once takes of the whole. */
  const once = 0.9 / (1 + spec.permutations);
  const validated = await crossValidate(dataOf, classes, folds, {
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
  const answered = answeredOf(validated);
  if (answered.length === 0) return err(learnWords.failure("no-complete-rows", { rows: data.rowNames.length }));
  const predictions = predictionsOf(validated.pooled, answered);
  const labs = prepared.value.labs ? answered.map((row) => prepared.value.labs?.[row] ?? "") : null;
  const pooled = classificationMetrics(predictions);
  const permuted =
    spec.permutations === 0
      ? null
      : await permutationTest(dataOf, classes, {
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
  const baseline = spec.validation.type === "k-fold" ? Math.max(...pooled.nPerClass) / answered.length : validated.baseline;
  context.progress(0.9, learnWords.sentence("progress-final"));
  await breathe();
  const final = inside ? await inside.learnedOf(rows) : null;
  const chosenOf = (whole: DesignMatrix): DesignMatrix =>
    top !== null && top < whole.features.length ? selectFeatures(whole, mostVariable(whole, top)) : whole;
  const model = fit({
    options: spec.algorithm,
    matrix: final ? chosenOf(final.matrix) : matrix,
    classes: final?.classes ?? classes,
    classCount: classNames.length,
    seed: spec.seed,
    onProgress: () => !context.signal.aborted,
  });
  context.signal.throwIfAborted();
  // Rows as the model meets them later: behind its steps, none of them made to balance the classes.
  const seen = inside ? selectFeatures(data.matrix, placesOf(data.matrix.features, model.features)) : matrix;
  for (const note of model.notes) context.log(sentenceIn(note, "en"));
  const importance = model.importance();
  const metrics = metricsJson(pooled);
  const doubts: readonly Doubt[] = [
    ...learned.doubts,
    ...(inside?.doubts ?? []),
    ...(final?.shares || spec.weights !== "none" ? [learnWords.sentence("doubt-balanced")] : []),
    ...(validated.unanswered.length > 0
      ? [
          doubtOf(learnWords.sentence("doubt-unanswered", { n: validated.unanswered.length, rows: data.matrix.rows }), [
            validated.unanswered.length,
          ]),
        ]
      : []),
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
    features: model.features.length,
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
    labs: labs ? perLab(predictions, labs) : [],
    roc: roc(predictions, classNames),
    notes: model.notes.map((note) => ({ ...note })),
    importanceBy: learner.words.key("importance"),
    importance: [...importance.keys()]
      .sort((a, b) => (importance[b] as number) - (importance[a] as number) || a - b)
      .slice(0, 50)
      .map((f) => ({
        feature: model.features[f] as string,
        share: importance[f] as number,
        folds: validated.chosen.get(model.features[f] as string) ?? 0,
      })),
    seed: spec.seed,
  };
  return ok({
    out: {
      type: "model",
      onnx: model.toOnnx(classNames, final?.shares),
      card: {
        task: "classification",
        algorithm: learner.algorithm,
        inputName: onnxNames.input,
        features: spreadsOf(seen).map((spread, f) => ({ name: seen.features[f] as string, ...spread })),
        target: spec.target,
        classes: classNames,
        labelOutput: onnxNames.label,
        probabilityOutput: onnxNames.probability,
        seed: learner.isRandom ? spec.seed : null,
        trainedOn: { rows: matrix.rows, source: source.type, mark: markOfRows(seen) },
        metrics: { ...metrics, validation: spec.validation },
        ...(final ? { prepare: final.chain } : {}),
        ...(model.notes.length > 0 ? { notes: model.notes.map((note) => ({ ...note })) } : {}),
      },
    },
    report: { type: "report", report: "cross-validation", body },
    predictions: predictionsTable(spec.target, learned.source, prepared.value, validated, inside?.places ?? null),
  });
}

/** Of rows that were fitted on all at once; a feature that only some of them have is not there. */
function placesOf(all: readonly string[], wanted: readonly string[]): readonly number[] {
  const at = new Map(all.map((name, place) => [name, place]));
  return wanted.map((name) => at.get(name) ?? 0);
}

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

function perLab(predictions: Predictions, labs: readonly string[]): JsonObject[] {
  return [...new Set(labs)].sort().map((lab) => {
    const rows = [...labs.keys()].filter((row) => labs[row] === lab);
    return { name: lab, ...metricsJson(classificationMetrics(predictionsOf(predictions, rows))) };
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
