// A track of values (bigWig; Kent et al., Bioinformatics 2010): a file that stays one, whose values are read by place.

import { defineFormat } from "../../contract/format.ts";
import { startsWith } from "../parts/file-head.ts";
import { words } from "./words.ts";

export const bigwig = defineFormat({
  name: "bigwig",
  version: 1,
  endings: [".bw", ".bigwig"],
  isText: false,
  isPacked: true,
  isStreamed: false,
  givesWhole: true,
  yields: ["file"],
  settings: [],
  // Its sequences and its index.
  memoryPerByte: 0.001,
  words,
  sniff: ({ bytes, parts }) =>
    parts === null && (startsWith(bytes, 0x26, 0xfc, 0x8f, 0x88) || startsWith(bytes, 0x88, 0x8f, 0xfc, 0x26))
      ? { confidence: 1, why: words.key("why") }
      : null,
});
