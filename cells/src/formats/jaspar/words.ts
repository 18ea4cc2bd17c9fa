// What is said of the format jaspar.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-jaspar", {
  en: { title: "JASPAR (motifs)", "why-rows": "A title (“{first}”), then a row of counts in brackets for A." },
  ru: { title: "JASPAR (мотивы)", "why-rows": "Заголовок («{first}»), затем строка чисел в скобках для A." },
});
