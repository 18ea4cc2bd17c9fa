// What rules of quality found in a table: of each rule its verdict, of each verdict the columns and rows, the value, the threshold and
// what would mend it. It quotes labels, and says rows by their numbers.

import { z } from "zod";
import { levels } from "../../contract/quality-rule.ts";
import { defineReport } from "../../contract/report.ts";
import { doubtsOfVerdicts } from "../doubts-of-verdicts.ts";
import { reason, step } from "../issues.ts";
import { words } from "./words.ts";

const count = z.number().nonnegative();
const name = z.string().max(10_000);

const schema = z.looseObject({
  /** Rows and columns. */
  shape: z.tuple([count, count]),
  /** By what they say: the columns that were used, null where none says it; `guessed`: by their meaning, not as somebody chose. */
  columns: z.array(z.object({ says: z.enum(["outcome", "group", "batch"]), column: name.nullable(), guessed: z.boolean() })),
  /** How many columns are at that. */
  levels: z.object({ pass: count, warn: count, fail: count }),
  rules: z.array(
    z.object({
      rule: z.string().max(80),
      /** Null: it has nothing to say, and `lacks` says why. */
      level: z.enum(levels).nullable(),
      lacks: reason.exactOptional(),
    }),
  ),
  verdicts: z
    .array(
      z.object({
        rule: z.string().max(80),
        level: z.enum(["warn", "fail"]),
        /** None: rows, or the whole table. */
        columns: z.array(name),
        /** They count from 1; of many the first ones stand here. */
        rows: z.object({ n: count, first: z.array(count) }).exactOptional(),
        value: z.number().nullable(),
        threshold: z.number().nullable(),
        /** No row speaks against it. */
        certain: z.literal(true).exactOptional(),
        says: reason,
        step: step.exactOptional(),
      }),
    )
    .max(100_000),
});
export type TableQualityReport = z.output<typeof schema>;

export const tableQualityReport = defineReport({
  name: "table-quality",
  version: 1,
  words,
  schema,
  // What is said of columns says which, and how many they are.
  doubts: ({ verdicts }) => doubtsOfVerdicts(verdicts),
  discloses: () => ({ identifying: ["sample"], behind: { of: "individuals" } }),
});
