// What is said of the step fpkm.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-fpkm", {
  en: {
    title: "FPKM (RPKM)",
    does: "Counts per kilobase of the gene and million reads of the sample, as edgeR's rpkm",
    "says-table": "FPKM, with lengths of exons from {table}",
    "says-column": "FPKM, with the lengths {column}",
    menu: "FPKM",
    "menu-line": "Counts per kilobase and million reads",
    "menu-words": "rpkm fragments per kilobase million length normalise gtf exons",
  },
  ru: {
    title: "FPKM (RPKM)",
    does: "Прочтения на тысячу оснований гена и миллион прочтений образца, как rpkm в edgeR",
    "says-table": "FPKM, длины экзонов из {table}",
    "says-column": "FPKM, длины из {column}",
    menu: "FPKM",
    "menu-line": "Прочтения на тысячу оснований и миллион прочтений",
    "menu-words": "rpkm длина нормировка gtf экзоны",
  },
});
