// Alignments in blocks (BAM; SAM specification 1.6, section 4): files that stay files, whose records are read by place.

import { defineFormat } from "../../contract/format.ts";
import { letters } from "../parts/file-head.ts";
import { fileOfSet } from "../parts/bgzf/parts-of-set.ts";
import { words } from "./words.ts";

export const bam = defineFormat({
  name: "bam",
  version: 2,
  endings: [".bam"],
  isText: false,
  isPacked: true,
  isStreamed: false,
  givesWhole: true,
  yields: ["file"],
  settings: [],
  // Its header and its index.
  memoryPerByte: 0.001,
  words,
  sniff: (head) => {
    const set = fileOfSet(head);
    const { bytes } = set ?? head;
    if ((head.parts !== null && set === null) || !letters(bytes, "BAM\u0001")) return null;
    const version = /^@HD\t(?:[^\n]*\t)?VN:(\d+\.\d+)/.exec(new TextDecoder().decode(bytes.subarray(8, 200)))?.[1];
    return { confidence: 1, why: words.key(set ? "why-set" : "why"), ...(version ? { version } : {}) };
  },
});
