// sum-transcripts: estimates of transcripts become those of their genes, with the average length of each in each sample.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { name } from "../parts/fields.ts";
import { featuresWord, lack } from "../parts/said.ts";
import { words } from "./words.ts";

export const sumTranscripts = defineStep({
  name: "sum-transcripts",
  version: 1,
  section: "features",
  takes: { assay: { gives: "assay", rows: "fewer", columns: "same" } },
  options: {
    by: name.or(z.literal("")).default("").meta({
      title: "Genes",
      description: "Column of the features with the gene of each transcript (map-ids makes one); those without a gene go (said)",
    }),
  },
  freezes: () => "each",
  carries: "rows",
  words,
  labels: { by: words.key("by") },
  ending: "genes",
  menu: { group: "clean", takes: ["assay"], words: menuWords(words) },
  lacks: (step, context) => (step.by === "" ? lack("column", context) : null),
  say: ({ by }, context) => words.say("says", { by }, context.locale),
  sayCounted: ({ by }, context, { before, after }) =>
    words.say("says-counted", { by, before, after, noun: featuresWord(context) }, context.locale),
});
