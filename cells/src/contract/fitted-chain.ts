// A chain of steps as it was fitted: each with its options, what it took of its data, and the form of the data before and after.
// It is what a transform answers beside its data, what a recipe keeps, and what the step `recipe` applies to rows that come
// later.

import { z } from "zod";
import type { Artifact, Column } from "../artifacts/artifact.ts";
import type { Json, JsonObject } from "../base/json.ts";

/**
 * How what a step does is carried over to rows that come later (of a matrix: to samples).
 * each: what becomes of a row depends on that row and the options alone; the step is its own frozen form.
 * fitted: it takes something of the data first (a mean, a list of features) and is carried over with it (fitted-step.ts).
 * together: it depends on which others come along, and on nothing that was there before; it is done anew among the rows that come.
 * training: it is of the rows that are learned from alone (which these are, how many of each class): of rows that come later it
 * makes nothing.
 * whole: what becomes of a row depends on which others are there, and nothing that could be kept tells it of a new one.
 */
export const freezings = ["each", "fitted", "together", "training", "whole"] as const;
export type Freezing = (typeof freezings)[number];

/**
 * What a state tells. statistics: of the rows that it was taken of numbers and names of features, all rows together; values:
 * values as they stand in rows (categories, most frequent ones, rows themselves).
 */
export const keeping = ["statistics", "values"] as const;
export type Keeps = (typeof keeping)[number];

/** What a chain may be applied to, and what it makes: columns of the table, of a matrix those of its samples. */
export type DataForm = {
  readonly type: "table" | "assay";
  readonly columns: readonly {
    readonly name: string;
    readonly type: Column["type"];
    readonly semantic?: string;
    readonly unit?: string;
  }[];
  /** Of a matrix. */
  readonly scale?: string;
  readonly featureNoun?: string;
};

export type FittedStepState = {
  readonly verb: string;
  /** Of the step's card when it was fitted. */
  readonly version: number;
  /** As in its spec, but that references are called "0", "1" and so on. */
  readonly options: JsonObject;
  /** The values of the parameters behind those references. Absent: it has none. */
  readonly given?: readonly Json[];
  readonly freezes: Freezing;
  /** Where it is fitted: what it keeps, and of how many rows of how many it took it. */
  readonly fitted?: {
    readonly state: JsonObject;
    readonly keeps: Keeps;
    readonly rows: number;
    readonly of: number;
    /** The column that says which rows are those of the training. */
    readonly split?: string;
  };
};

export type FittedChain = {
  readonly takes: DataForm;
  readonly gives: DataForm;
  /** Those that were on. */
  readonly steps: readonly FittedStepState[];
};

const json = z.record(z.string(), z.json()).transform((found): JsonObject => found);
const form = z.object({
  type: z.enum(["table", "assay"]),
  columns: z.array(
    z.object({
      name: z.string(),
      type: z.enum(["float64", "int32", "boolean", "text"]),
      semantic: z.string().exactOptional(),
      unit: z.string().exactOptional(),
    }),
  ),
  scale: z.string().exactOptional(),
  featureNoun: z.string().exactOptional(),
});
const count = z.number().nonnegative();
/** Of its body, wherever it comes from. */
export const fittedChain: z.ZodType<FittedChain> = z.object({
  takes: form,
  gives: form,
  steps: z
    .array(
      z.object({
        verb: z.string().max(80),
        version: count,
        options: json,
        given: z.array(z.json()).exactOptional(),
        freezes: z.enum(freezings),
        fitted: z
          .object({ state: json, keeps: z.enum(keeping), rows: count, of: count, split: z.string().exactOptional() })
          .exactOptional(),
      }),
    )
    .max(1000),
});

/** The chain that a report holds; null where it is another report, or none. */
export function fittedChainOf(artifact: Artifact): FittedChain | null {
  if (artifact.type !== "report" || artifact.report !== "fitted-chain") return null;
  const parsed = fittedChain.safeParse(artifact.body);
  return parsed.success ? parsed.data : null;
}
