// featureCounts of Subread: a comment with the command, names of columns, and a line a feature (a gene, or with -f an exon).
// (Subread users guide 2.0.3, 6.2.10 Program output.)

import { defineFormat } from "../../contract/format.ts";
import { sniffSet } from "../parts/quantified/read-set.ts";
import { sniffFeatureCounts } from "./lines-of-featurecounts.ts";
import { words } from "./words.ts";

export const featureCounts = defineFormat({
  name: "featurecounts",
  // 2: stable ids of Ensembl are called so.
  version: 2,
  endings: [".featurecounts", ".txt", ".tsv"],
  isText: true,
  isStreamed: false,
  givesWhole: true,
  yields: ["assay"],
  settings: ["duplicates"],
  memoryPerByte: 6,
  words,
  sniff: (head) => sniffSet(head, "featureCounts", sniffFeatureCounts),
});
