// What was fitted of each feature on a design, with the design: all that contrasts are asked of. Numbers are little-endian doubles in
// base64.

import { z } from "zod";
import { defineReport } from "../../contract/report.ts";
import { doubts } from "../doubts.ts";
import { words } from "./words.ts";

const variable = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("number"), name: z.string(), mean: z.number() }),
  z.strictObject({ kind: z.literal("factor"), name: z.string(), levels: z.array(z.string()) }),
]);

const schema = z.strictObject({
  /** With its settings, as the spec has it. */
  method: z.looseObject({ type: z.string() }),
  noun: z.string(),
  samples: z.number().int(),
  /** As R has it, and its columns in its order. */
  formula: z.string(),
  /** Column of the samples whose values are blocks. */
  block: z.string().nullable(),
  variables: z.array(variable),
  coefficients: z.array(z.string()),
  /** Samples of equal rows: the row, and how many. Levels of factors by their place, null of numbers. */
  cells: z.array(z.strictObject({ row: z.array(z.number()), levels: z.array(z.number().nullable()), n: z.number().int() })),
  /** The first is the id; texts or numbers. */
  features: z.array(
    z.strictObject({ name: z.string(), values: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])) }),
  ),
  /** `beta`: coefficients, log2, feature after feature. */
  arrays: z.looseObject({ beta: z.string() }).catchall(z.string()),
  facts: z.record(z.string(), z.json()),
  doubts,
});
export type FittedFeaturesBody = z.output<typeof schema>;

/** A group of one sample is that sample: whoever may not see rows is not given it. */
export const fittedFeaturesReport = defineReport({
  name: "fitted-features",
  version: 1,
  words,
  schema,
  quotesRows: true,
  discloses: ({ samples, cells }) => ({
    identifying: [],
    behind: { of: "groups", sizes: [...new Set([samples, ...cells.map(({ n }) => n)])], statistics: ["mean"] },
  }),
});
