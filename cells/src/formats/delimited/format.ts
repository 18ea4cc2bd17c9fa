// Text with a semicolon, a bar, blanks or any other character between its fields; set to it, the character is found.

import { defineFormat } from "../../contract/format.ts";
import { sniffDelimiter } from "../parts/delimited/delimiter-of-head.ts";
import { delimitedText } from "../parts/delimited/delimited-text.ts";
import { words } from "./words.ts";

export const delimited = defineFormat({
  ...delimitedText,
  name: "delimited",
  endings: [".txt", ".csv", ".tsv", ".tab"],
  words,
  sniff: (head) => sniffDelimiter(head, (delimiter) => delimiter !== "," && delimiter !== "\t"),
});
