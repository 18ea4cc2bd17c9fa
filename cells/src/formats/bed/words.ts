// What is said of the format bed.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-bed", {
  en: {
    title: "BED (intervals)",
    why: "Its lines hold a chromosome, a start and an end, as BED has them.",
    "why-track": "A track line of a genome browser says that it is BED.",
  },
  ru: {
    title: "BED (интервалы)",
    why: "В строках хромосома, начало и конец, как в BED.",
    "why-track": "Строка track геномного браузера говорит, что это BED.",
  },
});
