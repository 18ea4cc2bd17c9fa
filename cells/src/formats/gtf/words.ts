// What is said of the format gtf.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-gtf", {
  en: {
    title: "GTF (annotations of genes)",
    why: "Its lines have nine columns with a place, a strand, a gene and a transcript as GTF writes them.",
  },
  ru: {
    title: "GTF (аннотация генов)",
    why: "В строках девять столбцов: участок, цепь, ген и транскрипт, как в GTF.",
  },
});
