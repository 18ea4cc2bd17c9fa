// Trains a classifier and shows how far it can be trusted: validated by folds, or on labs that it has never seen.

import { z } from "zod";
import type { CellRef } from "../../base/refs.ts";
import { message } from "../../messages/catalogue.ts";
import type { Kind } from "../../contract/kind.ts";
import { cellRef } from "../../contract/spec-fields.ts";
import { card } from "./card.ts";

export type ValidationSpec =
  | { readonly type: "k-fold"; readonly folds: number }
  /** Each value of the column is left out once: a lab, a study, a centre, a batch. */
  | { readonly type: "leave-one-out"; readonly column: string };

export type AlgorithmSpec =
  | { readonly type: "logistic"; readonly c: number; readonly standardise: boolean }
  | { readonly type: "forest"; readonly trees: number; readonly maxDepth: number | null; readonly minLeaf: number };

export interface TrainSpec {
  readonly from: CellRef | null;
  /** Column to predict: of the table, or of the matrix's samples. */
  readonly target: string;
  /** Feature names, or null: every numeric column, or the most variable features of a matrix. */
  readonly features: readonly string[] | null;
  /** Columns of a table that are not features. */
  readonly except: readonly string[];
  readonly algorithm: AlgorithmSpec;
  readonly validation: ValidationSpec;
  /** Column whose values are labs: metrics are shown for each. Empty for none. */
  readonly labColumn: string;
  /** Of a matrix, this many features of largest variance, chosen inside each fold; 0 keeps all. */
  readonly topFeatures: number;
  readonly seed: number;
}

const algorithm = z.discriminatedUnion("type", [
  z.strictObject({
    type: z
      .literal("logistic")
      .meta({ title: "Type", description: "Logistic regression with an L2 penalty, multinomial for more than two classes" }),
    c: z.number().positive().max(1e6).default(1).meta({ title: "C", description: "Inverse strength of the L2 penalty" }),
    standardise: z.boolean().default(true).meta({
      title: "Standardise features",
      description: "To mean 0 and standard deviation 1 of the training rows of each fold",
    }),
  }),
  z.strictObject({
    type: z.literal("forest").meta({ title: "Type", description: "Random forest" }),
    trees: z.number().int().min(1).max(5_000).default(300).meta({ title: "Trees", description: "Number of trees" }),
    maxDepth: z
      .number()
      .int()
      .min(1)
      .max(100)
      .nullable()
      .default(null)
      .meta({ title: "Depth at most", description: "Splits from root to leaf; null: no bound" }),
    minLeaf: z
      .number()
      .int()
      .min(1)
      .max(10_000)
      .default(1)
      .meta({ title: "Rows in a leaf at least", description: "A split that leaves fewer on a side is not made" }),
  }),
]);
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
  algorithm: algorithm
    .default({ type: "forest", trees: 300, maxDepth: null, minLeaf: 1 })
    .meta({ title: "Model", description: "Which algorithm, with its own settings" }),
  validation: validation
    .default({ type: "k-fold", folds: 10 })
    .meta({ title: "Validation", description: "How the model is tried on rows that it has not seen" }),
  labColumn: z.string().default("").meta({ title: "Labs", description: "Column whose values are labs: metrics for each" }),
  topFeatures: z
    .number()
    .int()
    .min(0)
    .default(500)
    .meta({ title: "Most variable features", description: "Of a matrix; chosen inside each fold; 0 keeps all" }),
  seed: z
    .number()
    .int()
    .min(0)
    .max(4_294_967_295)
    .default(1)
    .meta({ title: "Seed", description: "Of folds and forest: equal seeds give equal models" }),
}) as unknown as z.ZodType<TrainSpec>;

export const train: Kind<TrainSpec> = {
  ...card,
  title: "Train a model",
  version: 2,
  specVersion: 1,
  engines: [],
  reproduces: "exact",
  schema,
  empty: {
    from: null,
    target: "",
    features: null,
    except: [],
    algorithm: { type: "forest", trees: 300, maxDepth: null, minLeaf: 1 },
    validation: { type: "k-fold", folds: 10 },
    labColumn: "",
    topFeatures: 500,
    seed: 1,
  },
  missing: (spec) => (spec.from === null ? "from" : spec.target === "" ? "target" : null),
  words: (spec, context) => {
    const how =
      spec.validation.type === "k-fold"
        ? message("learn.words-k-fold", { folds: spec.validation.folds }, context.locale)
        : message("learn.words-leave-out", { column: spec.validation.column }, context.locale);
    return message(
      spec.algorithm.type === "forest" ? "learn.words-forest" : "learn.words-logistic",
      {
        target: spec.target,
        from: spec.from ? context.nameOf(spec.from) : "",
        how,
        trees: spec.algorithm.type === "forest" ? spec.algorithm.trees : 0,
      },
      context.locale,
    );
  },
  suggestName: (spec) => (spec.target ? `${spec.target}_model` : "model"),
};

/** Columns that name labs by the usual words: the form offers leaving them out first. */
export const labColumnPattern =
  /^(lab|labs|laboratory|study|studies|cohort|cent(er|re)|site|batch|institute|hospital)(_?(id|name))?$/i;
