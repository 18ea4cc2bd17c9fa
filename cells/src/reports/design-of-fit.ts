// What a fit says of the design that it was made on; two reports hold it, with the numbers of each feature and without.

import { z } from "zod";
import { doubts } from "./doubts.ts";

const fittedVariable = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("number"), name: z.string(), mean: z.number() }),
  z.strictObject({ kind: z.literal("factor"), name: z.string(), levels: z.array(z.string()) }),
]);

export const fittedDesign = {
  /** With its settings, as the spec has it. */
  method: z.looseObject({ type: z.string() }),
  noun: z.string(),
  samples: z.number().int(),
  /** As R has it, and its columns in its order. */
  formula: z.string(),
  /** Column of the samples whose values are blocks. */
  block: z.string().nullable(),
  /** Columns without whose values samples were left out; absent: none was. */
  leftOut: z.array(z.string()).exactOptional(),
  variables: z.array(fittedVariable),
  coefficients: z.array(z.string()),
  /** Samples of equal rows: the row, and how many. Levels of factors by their place, null of numbers. */
  cells: z.array(z.strictObject({ row: z.array(z.number()), levels: z.array(z.number().nullable()), n: z.number().int() })),
  facts: z.record(z.string(), z.json()),
  doubts,
};
