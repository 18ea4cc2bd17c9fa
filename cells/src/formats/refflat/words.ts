// What is said of the format refflat.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-refflat", {
  en: {
    title: "refFlat (genes of UCSC)",
    why: "Its lines hold a transcript with chromosome, strand, places and lists of exons.",
  },
  ru: {
    title: "refFlat (гены UCSC)",
    why: "В строках транскрипт с хромосомой, цепью, границами и списками экзонов.",
  },
});
