// sample-missingness: genotypes that nobody knows, of each sample and of each site.

import { z } from "zod";
import { defineRule } from "../../contract/quality-rule.ts";
import { words as shared } from "../words.ts";
import { words } from "./words.ts";

const share = (title: string, description: string, usual: number) =>
  z.number().min(0).max(1).default(usual).meta({ title, description });

export const sampleMissingness = defineRule({
  name: "sample-missingness",
  version: 1,
  of: "genotypes",
  settings: z.strictObject({
    warn: share("Warn above", "Share of the sites whose genotype is missing in a sample", 0.05),
    fail: share("Fail above", "Share of the sites whose genotype is missing in a sample", 0.1),
    site: share("Sites: warn above", "Share of the samples whose genotype is missing at a site", 0.1),
  }),
  labels: { warn: shared.key("warn-above"), fail: shared.key("fail-above"), site: words.key("site") },
  words,
});
