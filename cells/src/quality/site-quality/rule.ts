// site-quality: sites of which the caller was not sure, and those that its filters failed.

import { z } from "zod";
import { defineRule } from "../../contract/quality-rule.ts";
import { words } from "./words.ts";

const share = (title: string, description: string, usual: number) =>
  z.number().min(0).max(1).default(usual).meta({ title, description });

export const siteQuality = defineRule({
  name: "site-quality",
  version: 1,
  of: "genotypes",
  settings: z.strictObject({
    least: z.number().min(0).default(30).meta({
      title: "Low below",
      description: "Quality of a site (QUAL, phred): 30 is no variant once in 1000 times",
    }),
    low: share("Low ones: warn above", "Share of the sites with a quality that is low", 0.05),
    filtered: share("Filtered ones: warn above", "Share of the sites whose FILTER is neither PASS nor missing", 0),
  }),
  labels: { least: words.key("least"), low: words.key("low-above"), filtered: words.key("filtered-above") },
  words,
});
