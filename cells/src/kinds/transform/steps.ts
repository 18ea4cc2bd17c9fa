// The verbs of a transform as data. Every step has an `id` (its place in the document) and may be switched `off`.
// Steps on tables and steps on matrices; `filter` works on both (of a matrix it keeps samples by their annotation).
// Executed by run-step.ts; shown and edited by Editor.tsx; said in words by step-words.ts.

import { z } from "zod";
import type { Json } from "../../base/json.ts";
import type { CellRef } from "../../base/refs.ts";
import { cellRef, orRef } from "../../contract/spec-fields.ts";

const name = z.string().min(1);
const names = z.array(name);

export const comparisons = [
  "=",
  "!=",
  "<",
  "<=",
  ">",
  ">=",
  "between",
  "in",
  "not-in",
  "contains",
  "starts-with",
  "ends-with",
  "missing",
  "not-missing",
] as const;
export type Comparison = (typeof comparisons)[number];

/** One line of a condition: `{column: "padj", is: "<", value: 0.05}`; `between` and `in` take a list; the value may come from a parameter. */
export interface ColumnCondition {
  readonly column: string;
  readonly is: Comparison;
  readonly value?: Json | CellRef;
}
export type Condition = ColumnCondition | { readonly all: readonly Condition[] } | { readonly any: readonly Condition[] };

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const columnCondition = z.strictObject({
  column: name.meta({ title: "Column", description: "Column that is asked about" }),
  is: z.enum(comparisons).meta({ title: "Comparison", description: "How the column's value compares with `value`" }),
  value: orRef(z.union([z.string(), z.number(), z.boolean(), z.array(scalar)]) as z.ZodType<Json>)
    .exactOptional()
    .meta({
      title: "Value",
      description: "between: [low, high], ends included; in, not-in: a list; missing, not-missing: absent; or =parameter",
    }),
});
const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    columnCondition,
    z.strictObject({ all: z.array(condition).meta({ title: "All", description: "Conditions that must all hold" }) }),
    z.strictObject({ any: z.array(condition).meta({ title: "Any", description: "Conditions of which one must hold" }) }),
  ]),
) as unknown as z.ZodType<Condition>;

export const aggregates = ["count", "sum", "mean", "median", "sd", "min", "max", "distinct"] as const;
export type Aggregate = (typeof aggregates)[number];
export const joinTypes = ["inner", "left", "full", "anti", "semi"] as const;
export type JoinType = (typeof joinTypes)[number];

const base = {
  id: z
    .string()
    .default("")
    .meta({ title: "Id", description: "Of the step, unlike any other's; in notebook files it may be left out" }),
  off: z.boolean().default(false).meta({ title: "Off", description: "true: the step is passed over" }),
};
/** `does`: what the step does, in a sentence that begins with a verb. */
const verb = <V extends string, S extends z.core.$ZodLooseShape>(value: V, does: string, shape: S) =>
  z.strictObject({ ...base, verb: z.literal(value).meta({ title: "Step", description: does }), ...shape });

const columns = (description: string) => names.default([]).meta({ title: "Columns", description });
const action = (of: string) =>
  z
    .enum(["keep", "drop"])
    .default("keep")
    .meta({ title: "Keep or drop", description: `Whether the ${of} stay or go` });
const number = (title: string, description: string, standard?: number) => {
  const field = orRef(z.number());
  return (standard === undefined ? field : field.default(standard)).meta({ title, description: `${description}; or =parameter` });
};
const on = (description: string) =>
  z
    .array(
      z.strictObject({
        left: name.meta({ title: "Here", description: "Column of this cell's data" }),
        right: name.meta({ title: "There", description: "Column of the other table" }),
      }),
    )
    .default([])
    .meta({ title: "By", description });

// Tables.
const filter = verb("filter", "Keeps or drops rows; of a matrix samples, by their annotation", {
  where: z.union([z.string(), condition]).default({ all: [] }).meta({
    title: "Condition",
    description: 'A formula ("padj < 0.05 and abs(logFC) > 1") or {all: [{column, is, value}]}, {any: [...]}',
  }),
  action: action("rows for which it holds"),
});
const select = verb("select", "Keeps or drops columns", {
  columns: columns("Names of columns; kept ones come in this order"),
  action: action("named columns"),
});
const rename = verb("rename", "Gives columns other names", {
  columns: z
    .array(
      z.strictObject({
        from: name.meta({ title: "From", description: "Present name" }),
        to: name.meta({ title: "To", description: "New name" }),
      }),
    )
    .default([])
    .meta({ title: "Columns", description: "Pairs of names: {from, to}" }),
});
const derive = verb("derive", "Adds a column computed from others, or replaces the one of that name", {
  name: z.string().default("").meta({ title: "Name", description: "Of the new column" }),
  formula: z
    .string()
    .default("")
    .meta({ title: "Formula", description: "log2(counts + 1); columns by name, `with spaces` in backticks" }),
});
const join = verb("join", "Adds the columns of another table where values are equal", {
  with: cellRef().nullable().default(null).meta({ title: "With", description: "A cell that answers a table" }),
  on: on("Pairs of columns that must be equal: {left: here, right: there}"),
  how: z.enum(joinTypes).default("left").meta({
    title: "Which rows",
    description: "inner: with a match; left: all of here; full: all of both; semi, anti: of here with, without a match",
  }),
});
const summarise = verb("summarise", "One row for each group, with values over its rows", {
  by: names
    .default([])
    .meta({ title: "Groups", description: "Columns whose values make the groups; none named: all rows are one" }),
  values: z
    .array(
      z.strictObject({
        name: name.meta({ title: "Name", description: "Of the new column" }),
        take: z.enum(aggregates).meta({
          title: "Take",
          description:
            "count: rows, of a column its values; sd: over n - 1; distinct: different values; missing ones are left out",
        }),
        column: name.exactOptional().meta({ title: "Column", description: "Column the value is taken of; count needs none" }),
      }),
    )
    .default([])
    .meta({
      title: "Values",
      description: "{name, take: count|sum|mean|median|sd|min|max|distinct, column}; count needs no column",
    }),
});
const sort = verb("sort", "Sorts rows; equal ones keep their order, missing values come last", {
  by: z
    .array(
      z.strictObject({
        column: name.meta({ title: "Column", description: "Numbers by size, texts by code point" }),
        descending: z.boolean().default(false).meta({ title: "Descending", description: "Largest first" }),
      }),
    )
    .default([])
    .meta({ title: "By", description: "Columns, the first one counts most" }),
});
const pivot = verb("pivot", "Makes a column of each value of a column; all other columns name the rows", {
  names: z.string().default("").meta({ title: "Names", description: "Column whose values become the names of new columns" }),
  values: z.string().default("").meta({ title: "Values", description: "Column whose values fill them" }),
  take: z
    .enum(["first", ...aggregates])
    .default("first")
    .meta({ title: "Take", description: "What to take where several rows meet" }),
});
const fold = verb("fold", "Makes rows of columns, one of names and one of values", {
  columns: columns("Columns that become rows"),
  name: z.string().min(1).default("name").meta({ title: "Name", description: "Of the new column of names" }),
  value: z.string().min(1).default("value").meta({ title: "Value", description: "Name of the new column of values" }),
});
const sample = verb("sample", "Draws rows at random, without replacement; they keep their order", {
  size: z
    .union([
      z.strictObject({ rows: number("Rows", "Number of rows, from 0") }),
      z.strictObject({ fraction: number("Fraction", "Share of rows, from 0 to 1") }),
    ])
    .default({ rows: 1000 })
    .meta({ title: "Size", description: "{rows} or {fraction}" }),
  seed: z.number().int().default(1).meta({ title: "Seed", description: "Equal seeds draw equal rows" }),
});
const dropMissing = verb("drop-missing", "Drops rows where a value is missing", {
  columns: columns("Columns that are looked at; none named: any column"),
});
const fillMissing = verb("fill-missing", "Puts a value where one is missing", {
  columns: columns("Columns that are filled"),
  fill: z
    .discriminatedUnion("by", [
      z.strictObject({
        by: z.literal("value").meta({ title: "By", description: "One value for all" }),
        value: orRef(scalar as z.ZodType<Json>).meta({ title: "Value", description: "Of the column's type; or =parameter" }),
      }),
      z.strictObject({
        by: z
          .enum(["mean", "median", "mode"])
          .meta({ title: "By", description: "Mean or median of the column (numbers), or its most frequent value (mode)" }),
      }),
    ])
    .default({ by: "median" })
    .meta({ title: "Fill", description: "What missing values become" }),
});
const distinct = verb("distinct", "Keeps the first row of each combination of values", {
  columns: columns("Columns that are compared; none named: whole rows"),
});
const head = verb("head", "Keeps the first rows", { rows: number("Rows", "Number of rows, from 0", 100) });

// Matrices.
const filterFeatures = verb("filter-features", "Keeps features (genes) that are expressed enough", {
  rule: z
    .discriminatedUnion("by", [
      z.strictObject({
        by: z.literal("count").meta({ title: "By", description: "Values of at least `min` in at least `samples` samples" }),
        min: number("Least value", "A value counts from here on"),
        samples: number("Samples", "Number of samples, from 0"),
      }),
      z.strictObject({
        by: z.literal("total").meta({ title: "By", description: "A sum over all samples of more than `above`" }),
        above: number("Above", "The sum must be larger"),
      }),
    ])
    .default({ by: "count", min: 10, samples: 3 })
    .meta({
      title: "Rule",
      description: "{by: count, min, samples}: at least min in at least so many samples; {by: total, above}: sum over samples",
    }),
});
const selectFeatures = verb("select-features", "Keeps or drops features by id", {
  features: orRef(names)
    .default([])
    .meta({ title: "Features", description: "Ids of features, in the order in which kept ones come; or =parameter" }),
  action: action("named features"),
});
const cpm = verb("cpm", "Counts per million: count / sum of the sample's counts * 1e6", {});
const logCpm = verb("log-cpm", "log2(CPM + prior) of counts", {
  prior: number("Prior", "Added to each CPM before the logarithm, in CPM", 1),
});
const log = verb("log", "Logarithm of value + prior", {
  base: z
    .union([z.literal(2), z.literal(10), z.literal("e")])
    .default(2)
    .meta({ title: "Base", description: "Of the logarithm" }),
  prior: number("Prior", "Added to each value before the logarithm", 1),
});
const zScore = verb("z-score", "Each feature to mean 0 and standard deviation 1 over the samples", {});
const topVariable = verb("top-variable", "Keeps the features of largest variance over the samples", {
  count: number("Features", "Number of features, from 1", 500),
});
const annotateSamples = verb("annotate-samples", "Adds the columns of a table to the annotation of the samples", {
  with: cellRef().nullable().default(null).meta({ title: "With", description: "A cell that answers a table, a row per sample" }),
  on: on("One pair: {left: column of the samples, right: column of the table}; none: ids of samples, found in the table"),
});
const toTable = verb("to-table", "Makes a table of the matrix", {
  shape: z.enum(["samples", "wide", "long"]).default("samples").meta({
    title: "Shape",
    description: "samples: a row per sample with its annotation; wide: a row per feature; long: a row per value",
  }),
});

const tableSteps = [
  filter,
  select,
  rename,
  derive,
  join,
  summarise,
  sort,
  pivot,
  fold,
  sample,
  dropMissing,
  fillMissing,
  distinct,
  head,
] as const;
const assaySteps = [filterFeatures, selectFeatures, cpm, logCpm, log, zScore, topVariable, annotateSamples, toTable] as const;

export const stepSchema = z.discriminatedUnion("verb", [...tableSteps, ...assaySteps]);
export type Step = z.infer<typeof stepSchema>;
export type Verb = Step["verb"];
export type StepOf<V extends Verb> = Extract<Step, { readonly verb: V }>;

export interface TransformSpec {
  readonly from: CellRef | null;
  readonly steps: readonly Step[];
}

/** Verbs in the order of a menu, by what they work on; `filter` and `to-table` lead from one to the other. */
export const tableVerbs = [
  "filter",
  "select",
  "rename",
  "derive",
  "join",
  "summarise",
  "sort",
  "pivot",
  "fold",
  "sample",
  "drop-missing",
  "fill-missing",
  "distinct",
  "head",
] as const satisfies readonly Verb[];
export const assayVerbs = [
  "filter-features",
  "log-cpm",
  "cpm",
  "log",
  "z-score",
  "top-variable",
  "select-features",
  "filter",
  "annotate-samples",
  "to-table",
] as const satisfies readonly Verb[];

/** A new step of that verb with its defaults. */
export const newStep = (verbName: Verb, id: string): Step => stepSchema.parse({ id, verb: verbName });
