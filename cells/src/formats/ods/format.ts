// Spreadsheets of LibreOffice and OpenOffice (OASIS OpenDocument 1.3, part 3), one sheet of them.

import { defineFormat } from "../../contract/format.ts";
import { zipPart } from "../parts/zip-part.ts";
import { words } from "./words.ts";
import { words as loadWords } from "../parts/words.ts";

export const ods = defineFormat({
  name: "ods",
  version: 1,
  endings: [".ods", ".ots"],
  isText: false,
  isStreamed: false,
  yields: ["table", "assay"],
  settings: ["sheet", "header", "ragged", "skip", "headerRows", "rowNames", "decimal", "thousands", "missing", "merged"],
  memoryPerByte: 1,
  words,
  sniff: ({ bytes, parts }) =>
    parts === null && zipPart(bytes) === "ods" ? { confidence: 1, why: loadWords.key("why-signature") } : null,
});
