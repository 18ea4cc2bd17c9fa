// What is said of the format genepred.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-genepred", {
  en: {
    title: "genePred (genes of UCSC)",
    why: "Its lines hold a transcript with chromosome, strand, places and lists of exons.",
  },
  ru: {
    title: "genePred (гены UCSC)",
    why: "В строках транскрипт с хромосомой, цепью, границами и списками экзонов.",
  },
});
