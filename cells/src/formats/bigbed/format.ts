// Intervals with an index (bigBed; Kent et al., Bioinformatics 2010): a file that stays one, whose rows are read by place.

import { defineFormat } from "../../contract/format.ts";
import { startsWith } from "../parts/file-head.ts";
import { words } from "./words.ts";

export const bigbed = defineFormat({
  name: "bigbed",
  version: 1,
  endings: [".bb", ".bigbed"],
  isText: false,
  isPacked: true,
  isStreamed: false,
  givesWhole: true,
  yields: ["file"],
  settings: [],
  memoryPerByte: 0.001,
  words,
  sniff: ({ bytes, parts }) =>
    parts === null && (startsWith(bytes, 0xeb, 0xf2, 0x89, 0x87) || startsWith(bytes, 0x87, 0x89, 0xf2, 0xeb))
      ? { confidence: 1, why: words.key("why") }
      : null,
});
