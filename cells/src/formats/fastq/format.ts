// FASTQ: reads with a quality for each base (Cock et al., Nucleic Acids Res. 38:1767, 2010), as Sanger, Solexa, Illumina 1.3,
// 1.5 and 1.8 write them, in four lines or in more.

import { defineFormat } from "../../contract/format.ts";
import { sniffPair } from "./pairs.ts";
import { sniffFastq } from "./sniff.ts";
import { words } from "./words.ts";

export const fastq = defineFormat({
  name: "fastq",
  // 2: what is too large for a table stays a file; what its reads are like stands beside both. 3: mates stand beside each other.
  // 4: letters of qualities tell reads apart. 5: of mates the qualities of each are told.
  version: 5,
  endings: [".fastq", ".fq"],
  isText: true,
  isStreamed: true,
  givesWhole: true,
  yields: ["table", "file"],
  settings: ["encoding", "qualities", "alphabet", "records"],
  memoryPerByte: 5,
  words,
  sniff: (head) => (head.parts ? sniffPair(head.parts) : sniffFastq(head)),
});
