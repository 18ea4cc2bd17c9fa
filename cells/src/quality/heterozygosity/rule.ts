// heterozygosity: how many sites of a sample carry two different alleles, beside how many are expected.

import { z } from "zod";
import { defineRule } from "../../contract/quality-rule.ts";
import { words as shared } from "../words.ts";
import { words } from "./words.ts";

const deviations = (title: string, usual: number) =>
  z.number().positive().default(usual).meta({ title, description: "Median absolute deviations of F from its median" });

export const heterozygosity = defineRule({
  name: "heterozygosity",
  version: 1,
  of: "genotypes",
  settings: z.strictObject({
    warn: deviations("Warn beyond", 5),
    fail: deviations("Fail beyond", 8),
    least: z.number().min(0).max(2).default(0.05).meta({
      title: "Least difference",
      description: "Of F from its median: where samples are almost alike, little is many deviations",
    }),
  }),
  labels: { warn: shared.key("warn-beyond"), fail: shared.key("fail-beyond"), least: words.key("least") },
  words,
});
