// What is said of the format 10x-genes. What is said of what it belongs with: parts/cell-names/words.ts.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-10x-genes", {
  en: {
    title: "10x Genomics (genes alone)",
    "why-genes": "An Ensembl id of a gene and its symbol in each line, without names above them (“{first}”).",
  },
  ru: {
    title: "10x Genomics (только гены)",
    "why-genes": "В каждой строке идентификатор гена Ensembl и символ, без названий столбцов («{first}»).",
  },
});
