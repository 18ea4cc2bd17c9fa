// RSEM (genes.results): estimated counts of one sample, or of several whose files came together.

import { defineFormat } from "../../contract/format.ts";
import { sniffHeader } from "../parts/quantified/by-header.ts";
import { sniffSet } from "../parts/quantified/read-set.ts";
import { program } from "./program.ts";
import { words } from "./words.ts";

export const rsemGenes = defineFormat({
  name: "rsem-genes",
  // 2: stable ids of Ensembl are called so.
  version: 2,
  endings: [".results", ".txt"],
  isText: true,
  isStreamed: false,
  givesWhole: true,
  yields: ["assay"],
  settings: ["duplicates", "layer"],
  memoryPerByte: 6,
  words,
  sniff: (head) => sniffSet(head, program.program, (one) => sniffHeader(one, program)),
});
