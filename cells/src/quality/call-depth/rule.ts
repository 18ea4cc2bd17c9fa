// call-depth: how many reads stand behind the genotypes of each sample.

import { z } from "zod";
import { defineRule } from "../../contract/quality-rule.ts";
import { words as shared } from "../words.ts";
import { words } from "./words.ts";

const number = (title: string, description: string, usual: number) =>
  z.number().min(0).default(usual).meta({ title, description });

export const callDepth = defineRule({
  name: "call-depth",
  version: 1,
  of: "genotypes",
  settings: z.strictObject({
    warn: number(
      "Warn below",
      "Mean depth of a sample; a genome at 30x has about 30, and below 15 one allele of two is missed more often",
      15,
    ),
    fail: number("Fail below", "Mean depth of a sample", 5),
    least: number("Shallow below", "Depth of a genotype; of 7 reads of a heterozygote all show one allele once in 64 times", 8),
    share: z.number().min(0).max(1).default(0.2).meta({
      title: "Shallow ones: warn above",
      description: "Share of a sample's genotypes that are shallow",
    }),
  }),
  labels: {
    warn: shared.key("warn-below"),
    fail: shared.key("fail-below"),
    least: words.key("least"),
    share: words.key("share"),
  },
  words,
});
