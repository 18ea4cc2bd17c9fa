// What is said of the format chrom-sizes.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-chrom-sizes", {
  en: {
    title: "chrom.sizes (lengths of chromosomes)",
    "why-name": "Its lines hold a name and a length, and the file is called so.",
    "why-lengths": "Its lines hold names of chromosomes with the lengths of a known genome.",
    "why-names": "Its lines hold a name and a whole number each, as files of lengths do.",
  },
  ru: {
    title: "chrom.sizes (длины хромосом)",
    "why-name": "В строках имя и длина, и файл называется так.",
    "why-lengths": "В строках имена хромосом с длинами известного генома.",
    "why-names": "В строках имя и целое число, как в файлах длин.",
  },
});
