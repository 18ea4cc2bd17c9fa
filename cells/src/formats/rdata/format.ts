// Objects of R by their names, as save writes them (R Internals, 1.8), unpacked before: each data frame or matrix as a sheet.

import { defineFormat } from "../../contract/format.ts";
import { isRData } from "../parts/r-objects/r-head.ts";
import { words } from "./words.ts";
import { words as loadWords } from "../parts/words.ts";

export const rdata = defineFormat({
  name: "rdata",
  version: 1,
  endings: [".rdata", ".rda"],
  isText: false,
  isStreamed: false,
  yields: ["table", "assay"],
  settings: ["sheet"],
  memoryPerByte: 4,
  words,
  sniff: ({ bytes, parts }) => (parts === null && isRData(bytes) ? { confidence: 1, why: loadWords.key("why-signature") } : null),
});
