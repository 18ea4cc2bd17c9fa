// call-quality: how sure the caller was of the genotypes of each sample.

import { z } from "zod";
import { defineRule } from "../../contract/quality-rule.ts";
import { words as shared } from "../words.ts";
import { words } from "./words.ts";

const share = (title: string, usual: number) =>
  z.number().min(0).max(1).default(usual).meta({ title, description: "Share of a sample's genotypes whose quality is low" });

export const callQuality = defineRule({
  name: "call-quality",
  version: 1,
  of: "genotypes",
  settings: z.strictObject({
    least: z.number().min(0).default(20).meta({
      title: "Low below",
      description: "Quality of a genotype (GQ, phred): 20 is wrong once in 100 times",
    }),
    warn: share("Warn above", 0.1),
    fail: share("Fail above", 0.3),
  }),
  labels: { least: words.key("least"), warn: shared.key("warn-above"), fail: shared.key("fail-above") },
  words,
});
