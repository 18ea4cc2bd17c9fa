// sequences: copies, unknown letters, letters that the alphabet has not, empty ones, and those of another composition than the others.

import { z } from "zod";
import { defineRule } from "../../contract/quality-rule.ts";
import { words } from "./words.ts";

const share = (title: string, description: string, usual: number) =>
  z.number().min(0).max(1).default(usual).meta({ title, description });

export const sequences = defineRule({
  name: "sequences",
  version: 1,
  of: "table",
  settings: z.strictObject({
    unknown: share("Unknown letters: warn above", "Share of N (of proteins X) in a sequence", 0.05),
    codes: share(
      "Codes: warn above",
      "Share of letters that stand for several bases or residues, but N and X, in a sequence",
      0.01,
    ),
    least: z.number().int().min(0).default(1).meta({ title: "Letters at least", description: "Shorter sequences are told" }),
    deviations: z.number().positive().default(8).meta({
      title: "G and C: beyond",
      description: "Median absolute deviations of the share of G and C from the median, of ten sequences at least",
    }),
    apart: share(
      "G and C: least difference",
      "Of the share from the median: where all are alike, little is many deviations",
      0.1,
    ),
    copies: share("Copies: warn above", "Share of the sequences that equal an earlier one, or are its reverse complement", 0),
  }),
  labels: {
    unknown: words.key("unknown-above"),
    codes: words.key("codes-above"),
    least: words.key("letters-least"),
    deviations: words.key("gc-beyond"),
    apart: words.key("gc-apart"),
    copies: words.key("copies-above"),
  },
  words,
});
