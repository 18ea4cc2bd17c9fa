// A recipe as a file: a chain of steps as it was fitted, and what has to hold of what it makes. It is what "Save as recipe"
// writes, what the feature store keeps in versions, and what the step `recipe` reads beside the output of a cell.

import { z } from "zod";
import { type FittedChain, fittedChain } from "./fitted-chain.ts";

/** What has to hold of a column (of a matrix, of its sample sheet) after the chain; null is what nobody asked for. */
export const recipeTest = z.discriminatedUnion("rule", [
  /** Every number lies within; a missing one does. */
  z.strictObject({
    rule: z.literal("range"),
    column: z.string().min(1).max(200),
    least: z.number().nullable(),
    most: z.number().nullable(),
  }),
  /** No value twice; missing ones do not count. */
  z.strictObject({ rule: z.literal("unique"), column: z.string().min(1).max(200) }),
  /** Share of rows without a value, 0 to 1. */
  z.strictObject({ rule: z.literal("missing"), column: z.string().min(1).max(200), most: z.number().min(0).max(1) }),
  /** Nothing but these values; a missing one may be. */
  z.strictObject({
    rule: z.literal("levels"),
    column: z.string().min(1).max(200),
    levels: z.array(z.string().max(1000)).min(1).max(1000),
  }),
  /** Some time of an event lies at most so far back from the moment at which it is asked (features/freshness.ts). */
  z.strictObject({
    rule: z.literal("fresh"),
    column: z.string().min(1).max(200),
    most: z.number().positive().max(100_000),
    unit: z.enum(["hours", "days"]),
  }),
]);
export type RecipeTest = z.infer<typeof recipeTest>;

export type RecipeFile = {
  readonly genomecraft: "recipe";
  /** 2: among what it promises is that it is fresh, which a reader of form 1 does not know. */
  readonly form: 1 | 2;
  readonly chain: FittedChain;
  readonly tests: readonly RecipeTest[];
};

export const recipeFile: z.ZodType<RecipeFile> = z.strictObject({
  genomecraft: z.literal("recipe"),
  form: z.union([z.literal(1), z.literal(2)]),
  chain: fittedChain,
  tests: z.array(recipeTest).max(1000),
});

/** Endings of such files. */
export const recipeEnding = ".recipe.json";
