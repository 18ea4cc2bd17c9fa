// allele-frequencies: how frequent the rarer allele is, over the sites; sites where nobody differs.

import { z } from "zod";
import { defineRule } from "../../contract/quality-rule.ts";
import { words } from "./words.ts";

export const alleleFrequencies = defineRule({
  name: "allele-frequencies",
  version: 1,
  of: "genotypes",
  settings: z.strictObject({
    same: z.number().min(0).max(1).default(0.1).meta({
      title: "Sites without variance: doubtful above",
      description: "Share of the sites at which all samples that are told have the same alleles; they say nothing here",
    }),
  }),
  labels: { same: words.key("same-above") },
  words,
});
