// What is said of the step rename-chromosomes.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-rename-chromosomes", {
  en: {
    title: "Rename chromosomes",
    does: "Calls chromosomes as another source does: chr1 or 1",
    "says-chr": "calls chromosomes chr1, chr2, …",
    "says-plain": "calls chromosomes 1, 2, …",
    to: "call them",
    "to-chr": "chr1 (UCSC)",
    "to-plain": "1 (Ensembl)",
    "no-chromosomes": "Step {step}: no column holds chromosomes. Load the file as BED, GFF, VCF or another format of places.",
  },
  ru: {
    title: "Переименовать хромосомы",
    does: "Называет хромосомы так, как в другом источнике: chr1 или 1",
    "says-chr": "называет хромосомы chr1, chr2, …",
    "says-plain": "называет хромосомы 1, 2, …",
    to: "называть",
    "to-chr": "chr1 (UCSC)",
    "to-plain": "1 (Ensembl)",
    "no-chromosomes": "Шаг {step}: столбца с хромосомами нет. Загрузите файл как BED, GFF, VCF или другой формат с участками.",
  },
});
