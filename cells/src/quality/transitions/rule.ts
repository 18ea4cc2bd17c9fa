// transitions: how many single bases change within purines and pyrimidines for each that changes between them (Ti/Tv).

import { z } from "zod";
import { defineRule } from "../../contract/quality-rule.ts";
import { words } from "./words.ts";

const assays = ["automatic", "genome", "exome", "array"] as const;

const ratio = (title: string, description: string, usual: number) =>
  z.number().min(0).default(usual).meta({ title, description });

export const transitions = defineRule({
  name: "transitions",
  version: 2,
  of: "genotypes",
  settings: z.strictObject({
    assay: z.enum(assays).default("automatic").meta({
      title: "Assay",
      description:
        "What the variants come from. automatic: that of a genome or of exomes will do; array: its sites were chosen, and no range is expected",
    }),
    fail: ratio("Fail below", "Ti/Tv of the data set; errors by chance have 0.5", 1.2),
    genomeLow: ratio("Genome: from", "Least Ti/Tv of a whole genome; usual is 2.0", 1.95),
    genomeHigh: ratio("Genome: to", "Largest Ti/Tv of a whole genome; usual is 2.1", 2.15),
    exomeLow: ratio("Exome: from", "Least Ti/Tv of exomes and of arrays with many common sites; usual is 2.8", 2.75),
    exomeHigh: ratio("Exome: to", "Largest Ti/Tv of exomes and of arrays with many common sites; usual is 3.3", 3.35),
    deviations: ratio("Samples: beyond", "Median absolute deviations of a sample's Ti/Tv from the median", 8),
    least: ratio("Samples: least difference", "Of a sample's Ti/Tv from the median", 0.3),
    sites: z.number().int().min(1).default(1000).meta({
      title: "At least so many sites",
      description: "Single bases that change; of fewer the ratio is chance",
    }),
  }),
  labels: {
    assay: words.key("assay"),
    fail: words.key("fail"),
    genomeLow: words.key("genome-low"),
    genomeHigh: words.key("genome-high"),
    exomeLow: words.key("exome-low"),
    exomeHigh: words.key("exome-high"),
    deviations: words.key("deviations"),
    least: words.key("least"),
    sites: words.key("sites"),
  },
  choices: {
    assay: {
      automatic: words.key("automatic"),
      genome: words.key("genome"),
      exome: words.key("exome"),
      array: words.key("array"),
    },
  },
  words,
});
