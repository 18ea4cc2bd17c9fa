// Workbooks of Excel and of programs that write as it does (ECMA-376), one sheet of them.

import { defineFormat } from "../../contract/format.ts";
import { zipPart } from "../parts/zip-part.ts";
import { words } from "./words.ts";
import { words as loadWords } from "../parts/words.ts";

export const xlsx = defineFormat({
  name: "xlsx",
  // Raised with the parser of delimited text, which reads the cells. 3: a sheet ends where its last filled cells are.
  // 5: all pieces of a text, hidden sheets last.
  version: 9,
  endings: [".xlsx", ".xlsm", ".xlsb"],
  isText: false,
  isStreamed: false,
  yields: ["table", "assay"],
  settings: ["sheet", "header", "ragged", "skip", "headerRows", "rowNames", "decimal", "thousands", "missing", "merged"],
  memoryPerByte: 0.4,
  words,
  sniff: ({ bytes, parts }) =>
    parts === null && zipPart(bytes) === "xlsx" ? { confidence: 1, why: loadWords.key("why-signature") } : null,
});
