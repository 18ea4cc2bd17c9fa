// The verbs of a transform as data. Every step has an `id` (its place in the document) and may be switched `off`.
// Steps on tables and steps on matrices; `filter` works on both (of a matrix it keeps samples by their annotation).
// Executed by run-step.ts; shown and edited by Editor.tsx; said in words by step-words.ts.

import { z } from "zod";
import type { Json } from "../../base/json.ts";
import type { CellRef } from "../../notebook/notebook.ts";
import { cellRef, orRef } from "../spec-fields.ts";

const name = z.string().min(1);
const names = z.array(name);
const number = () => orRef(z.number());

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

const columnCondition = z.strictObject({
  column: name,
  is: z.enum(comparisons),
  value: orRef(
    z.union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number(), z.boolean()]))]) as z.ZodType<Json>,
  ).exactOptional(),
});
const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([columnCondition, z.strictObject({ all: z.array(condition) }), z.strictObject({ any: z.array(condition) })]),
) as unknown as z.ZodType<Condition>;

export const aggregates = ["count", "sum", "mean", "median", "sd", "min", "max", "distinct"] as const;
export type Aggregate = (typeof aggregates)[number];
export const joinTypes = ["inner", "left", "full", "anti", "semi"] as const;
export type JoinType = (typeof joinTypes)[number];

const base = { id: z.string().default(""), off: z.boolean().default(false) };
const verb = <V extends string, S extends z.core.$ZodLooseShape>(value: V, shape: S) =>
  z.strictObject({ ...base, verb: z.literal(value), ...shape });

const on = z
  .array(z.strictObject({ left: name, right: name }))
  .default([])
  .meta({ description: "Pairs of columns that must be equal: {left: here, right: there}" });

// Tables.
const filter = verb("filter", {
  where: z
    .union([z.string(), condition])
    .default({ all: [] })
    .meta({ description: 'A formula ("padj < 0.05 and abs(logFC) > 1") or {all: [{column, is, value}]}, {any: [...]}' }),
  action: z.enum(["keep", "drop"]).default("keep"),
});
const select = verb("select", { columns: names.default([]), action: z.enum(["keep", "drop"]).default("keep") });
const rename = verb("rename", { columns: z.array(z.strictObject({ from: name, to: name })).default([]) });
const derive = verb("derive", {
  name: z.string().default(""),
  formula: z.string().default("").meta({ description: "log2(counts + 1); columns by name, `with spaces` in backticks" }),
});
const join = verb("join", { with: cellRef().nullable().default(null), on, how: z.enum(joinTypes).default("left") });
const summarise = verb("summarise", {
  by: names.default([]),
  values: z
    .array(z.strictObject({ name, take: z.enum(aggregates), column: name.exactOptional() }))
    .default([])
    .meta({ description: "{name, take: count|sum|mean|median|sd|min|max|distinct, column}; count needs no column" }),
});
const sort = verb("sort", {
  by: z.array(z.strictObject({ column: name, descending: z.boolean().default(false) })).default([]),
});
const pivot = verb("pivot", {
  names: z.string().default("").meta({ description: "Column whose values become the names of new columns" }),
  values: z.string().default("").meta({ description: "Column whose values fill them" }),
  take: z
    .enum(["first", ...aggregates])
    .default("first")
    .meta({ description: "What to take where several rows meet" }),
});
const fold = verb("fold", {
  columns: names.default([]),
  name: z.string().min(1).default("name"),
  value: z.string().min(1).default("value"),
});
const sample = verb("sample", {
  size: z.union([z.strictObject({ rows: number() }), z.strictObject({ fraction: number() })]).default({ rows: 1000 }),
  seed: z.number().int().default(1),
});
const dropMissing = verb("drop-missing", { columns: names.default([]).meta({ description: "None named: any column" }) });
const fillMissing = verb("fill-missing", {
  columns: names.default([]),
  fill: z
    .discriminatedUnion("by", [
      z.strictObject({ by: z.literal("value"), value: orRef(z.union([z.string(), z.number(), z.boolean()]) as z.ZodType<Json>) }),
      z.strictObject({ by: z.enum(["mean", "median", "mode"]) }),
    ])
    .default({ by: "median" }),
});
const distinct = verb("distinct", { columns: names.default([]).meta({ description: "None named: whole rows" }) });
const head = verb("head", { rows: number().default(100) });

// Matrices.
const filterFeatures = verb("filter-features", {
  rule: z
    .discriminatedUnion("by", [
      z.strictObject({ by: z.literal("count"), min: number(), samples: number() }),
      z.strictObject({ by: z.literal("total"), above: number() }),
    ])
    .default({ by: "count", min: 10, samples: 3 })
    .meta({
      description: "{by: count, min, samples}: at least min in at least so many samples; {by: total, above}: sum over samples",
    }),
});
const selectFeatures = verb("select-features", {
  features: orRef(names).default([]),
  action: z.enum(["keep", "drop"]).default("keep"),
});
const cpm = verb("cpm", {});
const logCpm = verb("log-cpm", {
  prior: number().default(1).meta({ description: "Added to each CPM before the logarithm: log2(CPM + prior)" }),
});
const log = verb("log", {
  base: z.union([z.literal(2), z.literal(10), z.literal("e")]).default(2),
  prior: number().default(1),
});
const zScore = verb("z-score", {});
const topVariable = verb("top-variable", { count: number().default(500) });
const annotateSamples = verb("annotate-samples", { with: cellRef().nullable().default(null), on });
const toTable = verb("to-table", {
  shape: z
    .enum(["samples", "wide", "long"])
    .default("samples")
    .meta({ description: "samples: a row per sample with its annotation; wide: a row per feature; long: a row per value" }),
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
