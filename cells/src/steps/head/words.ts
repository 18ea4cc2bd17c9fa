// What is said of the step head.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-head", {
  en: { title: "First rows", does: "Keeps the first rows", says: "keeps the first {rows} {rows|row|rows}" },
  ru: {
    title: "Первые строки",
    does: "Оставляет первые строки",
    says: "оставляет {rows|первую|первые|первые} {rows} {rows|строку|строки|строк}",
  },
});
