// What is said of the format star-counts. What is said of its lines: parts/quantified/words.ts.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-star-counts", {
  en: { title: "STAR (ReadsPerGene.out.tab)" },
  ru: { title: "STAR (ReadsPerGene.out.tab)" },
});
