// What is said of the step tpm.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-tpm", {
  en: {
    title: "Transcripts per million (TPM)",
    does: "Counts over the lengths of genes, brought to a sum of a million in each sample",
    "says-table": "TPM, with lengths of exons from {table}",
    "says-column": "TPM, with the lengths {column}",
    menu: "TPM",
    "menu-line": "Counts by length and depth, comparable between genes of a sample",
    "menu-words": "transcripts per million length normalise gtf exons",
  },
  ru: {
    title: "Транскрипты на миллион (TPM)",
    does: "Прочтения, делённые на длины генов и приведённые к сумме в миллион в каждом образце",
    "says-table": "TPM, длины экзонов из {table}",
    "says-column": "TPM, длины из {column}",
    menu: "TPM",
    "menu-line": "Прочтения с учётом длины и глубины, сравнимые между генами образца",
    "menu-words": "транскрипты на миллион длина нормировка gtf экзоны",
  },
});
