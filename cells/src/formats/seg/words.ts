// What is said of the format seg.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-seg", {
  en: {
    title: "SEG (segments of copy number)",
    why: "Its line of names is that of segments: sample, chromosome, start, end and a mean.",
  },
  ru: {
    title: "SEG (сегменты числа копий)",
    why: "Строка имён — как у сегментов: образец, хромосома, начало, конец и среднее.",
  },
});
