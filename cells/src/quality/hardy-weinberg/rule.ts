// hardy-weinberg: sites with more or fewer heterozygotes than mating at random leaves.

import { z } from "zod";
import { defineRule } from "../../contract/quality-rule.ts";
import { words } from "./words.ts";

export const hardyWeinberg = defineRule({
  name: "hardy-weinberg",
  version: 1,
  of: "genotypes",
  settings: z.strictObject({
    p: z.number().gt(0).lt(1).default(1e-6).meta({
      title: "Sites: doubtful below",
      description: "p of the exact test at a site; of a million good sites one is below 1e-6 by chance",
    }),
    test: z.enum(["exact", "mid-p"]).default("exact").meta({
      title: "Test",
      description:
        "exact: as PLINK's --hardy; mid-p: as its --hardy midp, of which fewer common sites are kept by discreteness alone",
    }),
  }),
  labels: { p: words.key("below"), test: words.key("test") },
  choices: { test: { exact: words.key("test-exact"), "mid-p": words.key("test-mid-p") } },
  words,
});
