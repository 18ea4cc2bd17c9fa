// Tab-separated values.

import { defineFormat } from "../../contract/format.ts";
import { sniffDelimiter } from "../parts/delimited/delimiter-of-head.ts";
import { delimitedText } from "../parts/delimited/delimited-text.ts";
import { words } from "./words.ts";

export const tsv = defineFormat({
  ...delimitedText,
  name: "tsv",
  endings: [".tsv", ".tab", ".txt", ".csv"],
  words,
  sniff: (head) => sniffDelimiter(head, (delimiter) => delimiter === "\t", [".tsv", ".tab"]),
});
