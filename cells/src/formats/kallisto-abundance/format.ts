// kallisto (abundance.tsv): estimated counts of one sample, or of several whose files came together.

import { defineFormat } from "../../contract/format.ts";
import { sniffHeader } from "../parts/quantified/by-header.ts";
import { sniffSet } from "../parts/quantified/read-set.ts";
import { kallisto as program } from "../parts/quantified/kallisto.ts";
import { words } from "./words.ts";

export const kallistoAbundance = defineFormat({
  name: "kallisto-abundance",
  version: 3,
  endings: [".abundance", ".tsv", ".txt"],
  isText: true,
  isStreamed: false,
  givesWhole: true,
  yields: ["assay"],
  settings: ["duplicates", "layer"],
  memoryPerByte: 6,
  words,
  sniff: (head) => sniffSet(head, program.program, (one) => sniffHeader(one, program)),
});
