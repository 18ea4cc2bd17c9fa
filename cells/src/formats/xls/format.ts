// Workbooks of Excel 97 to 2003, and of 5.0 and 95: records of BIFF in a compound file ([MS-XLS], [MS-CFB]), one sheet of them.

import { defineFormat } from "../../contract/format.ts";
import { containsWide, isCompoundFile } from "../parts/file-head.ts";
import { words } from "./words.ts";
import { words as loadWords } from "../parts/words.ts";

export const xls = defineFormat({
  name: "xls",
  version: 1,
  endings: [".xls", ".xlt"],
  isText: false,
  isStreamed: false,
  yields: ["table", "assay"],
  settings: ["sheet", "header", "ragged", "skip", "headerRows", "rowNames", "decimal", "thousands", "missing", "merged"],
  memoryPerByte: 1,
  words,
  sniff: ({ bytes, parts }) =>
    parts === null && isCompoundFile(bytes) && isWorkbook(bytes) ? { confidence: 1, why: loadWords.key("why-signature") } : null,
});

/** A newer workbook under a password, a text and slides lie in such files, too. */
const isWorkbook = (bytes: Uint8Array): boolean =>
  ["EncryptedPackage", "WordDocument", "PowerPoint Document"].every((stream) => !containsWide(bytes, stream));
