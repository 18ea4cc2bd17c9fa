// What is said of the format jaspar-pfm.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-jaspar-pfm", {
  en: {
    title: "JASPAR, raw matrices (motifs)",
    "why-rows": "A title with “>”, then four rows of {width} numbers: A, C, G and T at each position.",
    "why-sums": "Four rows of {width} numbers whose sums are those of one number of sites: A, C, G and T at each position.",
  },
  ru: {
    title: "JASPAR, матрицы без букв (мотивы)",
    "why-rows": "Заголовок с «>», затем четыре строки по {width} чисел: A, C, G и T в каждой позиции.",
    "why-sums": "Четыре строки по {width} чисел, суммы которых — одно число сайтов: A, C, G и T в каждой позиции.",
  },
});
