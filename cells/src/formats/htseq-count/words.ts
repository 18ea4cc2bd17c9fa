// What is said of the format htseq-count. What is said of its lines: parts/quantified/words.ts.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-htseq-count", {
  en: { title: "htseq-count" },
  ru: { title: "htseq-count" },
});
