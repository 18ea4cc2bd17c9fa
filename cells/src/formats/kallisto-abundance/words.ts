// What is said of the format kallisto-abundance. What is said of its lines: parts/quantified/words.ts.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-kallisto-abundance", {
  en: { title: "kallisto (abundance.tsv)" },
  ru: { title: "kallisto (abundance.tsv)" },
});
