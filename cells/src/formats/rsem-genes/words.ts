// What is said of the format rsem-genes. What is said of its lines: parts/quantified/words.ts.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-rsem-genes", {
  en: { title: "RSEM (genes.results)" },
  ru: { title: "RSEM (genes.results)" },
});
