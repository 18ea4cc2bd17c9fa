// What tests found: which test, who chose it and why, of what groups, the result in words, what it takes for given, the call of R that
// gives the same.

import { z } from "zod";
import { defineReport } from "../../contract/report.ts";
import { doubts, doubtsOfGroups, rowsTold } from "../doubts.ts";
import { words } from "./words.ts";

const sentence = z.looseObject({ key: z.string(), params: z.looseObject({}) });

const schema = z.looseObject({
  test: z.looseObject({ type: z.string() }),
  /** The data chose it. */
  auto: z.boolean(),
  why: sentence.nullable(),
  /** The name of the test that would do as well. */
  other: z.string().nullable(),
  shape: z.string(),
  by: z.string(),
  /** With the rows of each; of pairs both sides have as many. */
  groups: z.array(z.looseObject({ name: z.string(), n: z.number().int() })),
  /** Rows behind what is told of the groups: of whatever value has the fewest. Absent: not known. */
  sizes: z.array(z.number().int()).optional(),
  /** What features are called; null: columns of a table were tested. */
  noun: z.string().nullable(),
  /** Asked, answered, below the threshold. */
  tests: z.number().int(),
  tested: z.number().int(),
  found: z.number().int(),
  alpha: z.number(),
  said: z.array(sentence),
  assumptions: z.array(sentence),
  inR: z.array(z.string()),
  doubts,
});
export type TestBody = z.output<typeof schema>;

export const testReport = defineReport({
  name: "test",
  version: 2,
  words,
  schema,
  discloses: ({ sizes = [1], doubts: said }) => ({
    identifying: [],
    behind: {
      of: "groups",
      sizes: [...new Set([...sizes.filter((n) => n > 0), ...rowsTold(said)])],
      statistics: ["count", "mean", "median"],
    },
  }),
  ofGroups: ({ doubts: said, ...body }) => ({ ...body, doubts: doubtsOfGroups(said) }),
});
