// What is said of the format gappedpeak.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-gappedpeak", {
  en: {
    title: "gappedPeak (peaks in blocks)",
    why: "Its lines are those of ENCODE gappedPeak: twelve columns of BED and three numbers.",
    "why-track": "A track line says that it is gappedPeak.",
  },
  ru: {
    title: "gappedPeak (пики из блоков)",
    why: "Строки как в ENCODE gappedPeak: двенадцать столбцов BED и три числа.",
    "why-track": "Строка track говорит, что это gappedPeak.",
  },
});
