// STAR --quantMode GeneCounts: four columns without names; reads of a gene if the library has no strand, that of the first read,
// that of the second. (STAR manual 2.7.10a, 8 Counting number of reads per gene.)

import { defineFormat } from "../../contract/format.ts";
import { sniffSet } from "../parts/quantified/read-set.ts";
import { sniffStar } from "./lines-of-star.ts";
import { words } from "./words.ts";

export const starCounts = defineFormat({
  name: "star-counts",
  // 2: stable ids of Ensembl are called so.
  version: 2,
  endings: [".readspergene", ".tab", ".txt"],
  isText: true,
  isStreamed: false,
  givesWhole: true,
  yields: ["assay"],
  settings: ["duplicates", "layer"],
  memoryPerByte: 6,
  words,
  sniff: (head) => sniffSet(head, "STAR", sniffStar),
});
