// What the cards of all formats of delimited text have in common.

import type { FileHead, Sniffed } from "../../../contract/format.ts";
import { delimiterOfHead } from "./delimiter-of-head.ts";
import { delimitedParser } from "./delimited-parser.ts";

export const delimitedText = {
  version: delimitedParser,
  isText: true,
  isStreamed: true,
  yields: ["table", "assay"],
  settings: [
    "delimiter",
    "header",
    "ragged",
    "encoding",
    "quotes",
    "skip",
    "headerRows",
    "rowNames",
    "decimal",
    "thousands",
    "missing",
    "build",
  ],
  // A million rows of 12 columns take 1.3 times their text; where few texts repeat it is a code of four bytes each.
  memoryPerByte: 0.4,
} as const;

/** A column of names is most often meant as CSV. */
export const singleColumn = (head: FileHead, sniffed: Sniffed | null): Sniffed | null =>
  sniffed?.confidence === 0 && !delimiterOfHead(head) ? { ...sniffed, confidence: 0.1 } : sniffed;
