// McNemar's test of two answers of the same individuals, of more answers Bowker's.

import { z } from "zod";
import { defineTest } from "../../contract/statistical-test.ts";
import { words } from "./words.ts";

export const mcnemar = defineTest({
  name: "mcnemar",
  version: 3,
  reproduces: { atol: 1e-12, rtol: 1e-9 },
  words,
  takes: ["repeated-counts", "counts"],
  statistic: "chi2",
  effect: "odds-ratio",
  settings: [{ field: "exact", choices: { few: "exact-few", always: "exact-always", never: "exact-never" } }],
  schema: z.strictObject({
    type: z.literal("mcnemar").meta({ title: "Type", description: "McNemar's test" }),
    exact: z.enum(["few", "always", "never"]).default("few").meta({
      title: "Exactly",
      description: "few: where fewer than 25 pairs differ; always; never: with the correction of continuity",
    }),
  }),
});

export type McnemarOptions = z.output<typeof mcnemar.schema>;
