// Comma-separated values (RFC 4180). Semicolons are delimited text: a decimal comma often stands beside them.

import { defineFormat } from "../../contract/format.ts";
import { sniffDelimiter } from "../parts/delimited/delimiter-of-head.ts";
import { delimitedText, singleColumn } from "../parts/delimited/delimited-text.ts";
import { words } from "./words.ts";

export const csv = defineFormat({
  ...delimitedText,
  name: "csv",
  endings: [".csv", ".txt", ".tsv", ".tab"],
  words,
  sniff: (head) =>
    singleColumn(
      head,
      sniffDelimiter(head, (delimiter) => delimiter === ",", [".csv"]),
    ),
});
