// An object of R, as saveRDS writes it (R Internals, 1.8), unpacked before: each data frame or matrix as a sheet.

import { defineFormat } from "../../contract/format.ts";
import { isRds } from "../parts/r-objects/r-head.ts";
import { words } from "./words.ts";
import { words as loadWords } from "../parts/words.ts";

export const rds = defineFormat({
  name: "rds",
  version: 1,
  endings: [".rds"],
  isText: false,
  isStreamed: false,
  yields: ["table", "assay"],
  settings: ["sheet"],
  memoryPerByte: 4,
  words,
  sniff: ({ bytes, parts }) => (parts === null && isRds(bytes) ? { confidence: 1, why: loadWords.key("why-signature") } : null),
});
