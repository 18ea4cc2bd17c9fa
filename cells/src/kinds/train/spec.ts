// Trains a classifier and shows how far it can be trusted: validated by folds, or on labs that it has never seen.

import { z } from "zod";
import { algorithmSchema, learnerOf, learners, newAlgorithm, usualAlgorithm } from "../../learners.ts";
import { canonicalJson } from "../../base/canonical-json.ts";
import type { JsonObject } from "../../base/json.ts";
import { chosen, closed } from "../../contract/carried.ts";
import { defineKind } from "../../contract/define-kind.ts";
import { crossValidationReport } from "../../reports/cross-validation/report.ts";
import { cellRef } from "../../contract/spec-fields.ts";
import { card } from "./card.ts";
import { example } from "./example.ts";
import { discloses } from "./discloses.ts";
import { usualTop } from "../../learn/usual-top.ts";
import { words as learnWords } from "../../learn/words.ts";
import { targetReadBefore } from "./target-read-before.ts";

const validation = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("k-fold").meta({ title: "Type", description: "Stratified k-fold cross-validation" }),
    folds: z.number().int().min(2).max(100).default(10).meta({ title: "Folds", description: "Number of folds" }),
  }),
  z.strictObject({
    type: z
      .literal("leave-one-out")
      .meta({ title: "Type", description: "Each value of a column is left out once: leave one lab out" }),
    column: z.string().min(1).meta({ title: "Left out in turn", description: "A column of labs, studies, centres or batches" }),
  }),
]);

const schema = z.strictObject({
  from: cellRef()
    .nullable()
    .default(null)
    .meta({ title: "Data", description: "A table (its rows are learned from) or a matrix (its samples)" }),
  prepare: cellRef().nullable().default(null).meta({
    title: "Prepare by",
    description:
      "Steps of another cell (its output `fitted`, =name.fitted), fitted anew in each fold on the rows that it learns of; the model holds them",
  }),
  target: z.string().default("").meta({ title: "Predict", description: "A column of the table, or of the matrix's samples" }),
  features: z
    .array(z.string())
    .nullable()
    .default(null)
    .meta({ title: "Features", description: "None named: all numeric columns, or the most variable features" }),
  except: z
    .array(z.string())
    .default([])
    .meta({ title: "Not features", description: "Columns of a table that are left out where no features are named" }),
  algorithm: algorithmSchema
    .default(usualAlgorithm)
    .meta({ title: "Model", description: "Which algorithm, with its own settings" }),
  weights: z.enum(["none", "balanced"]).default("none").meta({
    title: "Class weights",
    description: "balanced: rows of rare classes count as several, so that all classes count alike; probabilities are given back",
  }),
  validation: validation
    .default({ type: "k-fold", folds: 10 })
    .meta({ title: "Validation", description: "How the model is tried on rows that it has not seen" }),
  positive: z.string().default("").meta({
    title: "Positive class",
    description: "Of two classes the one that sensitivity, F1 and the ROC curve are of; empty: the rarer one",
  }),
  labColumn: z.string().default("").meta({ title: "Labs", description: "Column whose values are labs: metrics for each" }),
  topFeatures: z
    .number()
    .int()
    .min(0)
    .default(usualTop)
    .meta({ title: "Most variable features", description: "Of a matrix; chosen inside each fold; 0 keeps all" }),
  permutations: z.number().int().min(0).max(1_000).default(0).meta({
    title: "Permutations",
    description: "Validates again with permuted labels so many times: the p-value says whether it is better than chance",
  }),
  seed: z
    .number()
    .int()
    .min(0)
    .max(4_294_967_295)
    .default(1)
    .meta({ title: "Seed", description: "Of folds and forest: equal seeds give equal models" }),
});

export type TrainSpec = z.output<typeof schema>;

/** Settings, beside the data, that decide what is validated and how it is told, and not by what many other models are made of it. */
const harmless: ReadonlySet<string> = new Set(["from", "target", "validation", "positive", "labColumn", "permutations"]);
const usual: JsonObject = schema.parse({});
/** Metrics of many models of the same rows, each of features or of a seed that somebody chose, would tell single ones of them. */
const isUsual = (spec: TrainSpec): boolean =>
  Object.entries(spec).every(
    ([field, value]) =>
      harmless.has(field) ||
      canonicalJson(value) === canonicalJson(field === "algorithm" ? newAlgorithm(spec.algorithm.type) : (usual[field] ?? null)),
  );

export const train = defineKind({
  ...card,
  title: "Train a model",
  example,
  // 9: the card keeps mean and deviation of each feature, by which predictions know data on another scale.
  // 10: learns of the training alone where a column says the parts.
  // 11: steps within folds; the data may say which rows were made.
  // 12: these steps may leave rows out, and do a recipe.
  version: 12,
  specVersion: 1,
  engines: [],
  reproduces: "exact",
  variants: (spec) => [learnerOf(spec.algorithm), crossValidationReport],
  variantTitles: (locale) => Object.values(learners).map(({ learner }) => learner.words.say("title", {}, locale)),
  schema,
  empty: schema.parse({}),
  missing: (spec) => (spec.from === null ? "from" : spec.target === "" ? "target" : null),
  discloses,
  carries: (spec, read, port) => (port === "report" ? (isUsual(spec) ? read : chosen(read)) : closed),
  doubts: ({ target, prepare }, behind) => {
    // Its steps are done within the folds.
    const cells = targetReadBefore(
      target,
      behind.filter(({ id }) => id !== prepare?.ref),
    );
    return cells.length === 0 ? [] : [learnWords.sentence("doubt-chosen-before", { n: cells.length, cells, target })];
  },
  words: (spec, context) => {
    if (!spec.from || spec.target === "") return learnWords.say("words-train-empty", {}, context.locale);
    const how =
      spec.validation.type === "k-fold"
        ? learnWords.say("words-k-fold", { folds: spec.validation.folds }, context.locale)
        : learnWords.say("words-leave-out", { column: spec.validation.column }, context.locale);
    const { type: _type, ...settings } = spec.algorithm;
    return learnerOf(spec.algorithm).words.say(
      "does",
      { ...settings, target: spec.target, from: context.nameOf(spec.from), how },
      context.locale,
    );
  },
  shape: ({ algorithm }, locale) => learnerOf(algorithm).words.say("title", {}, locale),
  suggestName: (spec) => (spec.target ? `${spec.target}_model` : "model"),
});
