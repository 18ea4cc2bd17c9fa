// htseq-count: a name and a count in each line, without names of columns; several files of alignments are several columns, further
// attributes stand before the counts. (HTSeq 2.0, htseq-count: counting reads within features.)

import { defineFormat } from "../../contract/format.ts";
import { sniffSet } from "../parts/quantified/read-set.ts";
import { sniffHtseq } from "./lines-of-htseq.ts";
import { words } from "./words.ts";

export const htseqCount = defineFormat({
  name: "htseq-count",
  // 3: stable ids of Ensembl are called so.
  version: 3,
  endings: [".counts", ".txt", ".tsv"],
  isText: true,
  isStreamed: false,
  givesWhole: true,
  yields: ["assay"],
  settings: ["duplicates"],
  memoryPerByte: 6,
  words,
  sniff: (head) => sniffSet(head, "htseq-count", sniffHtseq),
});
