// marker-share: shares of the reads that are those of mitochondria, of ribosomal proteins and of the hundred largest features.

import { z } from "zod";
import { defineRule } from "../../contract/quality-rule.ts";
import { words } from "./words.ts";

const share = (title: string, description: string, usual: number) =>
  z.number().min(0).max(1).default(usual).meta({ title, description });

export const markerShare = defineRule({
  name: "marker-share",
  version: 1,
  of: "expression",
  settings: z.strictObject({
    mitochondrialWarn: share("Mitochondria: warn above", "Share of the reads of a sample", 0.2),
    mitochondrialFail: share("Mitochondria: fail above", "Share of the reads of a sample", 0.5),
    topWarn: share("Largest hundred: warn above", "Share of the reads that the hundred largest features of a sample take", 0.7),
    topFail: share("Largest hundred: fail above", "Share of the reads that the hundred largest features of a sample take", 0.9),
  }),
  labels: {
    mitochondrialWarn: words.key("mitochondrial-warn"),
    mitochondrialFail: words.key("mitochondrial-fail"),
    topWarn: words.key("top-warn"),
    topFail: words.key("top-fail"),
  },
  words,
});
