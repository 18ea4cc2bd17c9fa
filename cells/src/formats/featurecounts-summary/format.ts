// What featureCounts writes beside its counts: how many reads were assigned, and why others were not. (Subread users guide
// 2.0.3, 6.2.10.)

import { defineFormat } from "../../contract/format.ts";
import { delimitedText } from "../parts/delimited/delimited-text.ts";
import { words as loadWords } from "../parts/words.ts";
import { words } from "./words.ts";

export const featureCountsSummary = defineFormat({
  ...delimitedText,
  name: "featurecounts-summary",
  endings: [".summary", ".txt", ".tsv"],
  words,
  sniff: ({ text }) =>
    /^\ufeff?Status\t[^\n]*\r?\nAssigned\t\d/.test(text ?? "") ? { confidence: 1, why: loadWords.key("why-content") } : null,
});
