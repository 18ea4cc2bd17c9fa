// Any text: what no other format knows. A list of names is a table of one column.

import { defineFormat } from "../../contract/format.ts";
import { delimitedText } from "../parts/delimited/delimited-text.ts";
import { words } from "./words.ts";
import { words as loadWords } from "../parts/words.ts";

export const text = defineFormat({
  ...delimitedText,
  name: "text",
  // Beside what all delimited text has: lines that no delimiter divides alike are rows.
  version: delimitedText.version + 1,
  endings: [".txt", ".csv", ".tsv", ".tab"],
  words,
  sniff: ({ text }) => (text === null || text.trim() === "" ? null : { confidence: 0.5, why: loadWords.key("why-no-columns") }),
});
