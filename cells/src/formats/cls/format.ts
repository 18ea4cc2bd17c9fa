// Classes of samples by their position, as GSEA takes them beside a GCT file: categories, or numbers (#numeric). (GSEA-MSigDB documentation,
// Data formats: CLS.)

import { defineFormat } from "../../contract/format.ts";
import { words as loadWords } from "../parts/words.ts";
import { words } from "./words.ts";

export const cls = defineFormat({
  name: "cls",
  version: 1,
  endings: [".cls"],
  isText: true,
  isStreamed: false,
  givesWhole: true,
  yields: ["table"],
  settings: [],
  memoryPerByte: 4,
  words,
  sniff: ({ text }) =>
    /^\ufeff?\s*(?:\d+[ \t]+\d+[ \t]+1[ \t]*\r?\n#|#numeric[ \t]*\r?\n#)/i.test(text ?? "")
      ? { confidence: 1, why: loadWords.key("why-content") }
      : null,
});
