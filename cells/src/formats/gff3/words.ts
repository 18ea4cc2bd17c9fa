// What is said of the format gff3.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-gff3", {
  en: {
    title: "GFF3 (annotations)",
    why: "Its lines have nine columns with a place, a strand and attributes as GFF3 writes them.",
    "why-directive": "Its first line says that it is GFF version 3.",
  },
  ru: {
    title: "GFF3 (аннотация)",
    why: "В строках девять столбцов: участок, цепь и атрибуты, как в GFF3.",
    "why-directive": "Первая строка говорит, что это GFF версии 3.",
  },
});
