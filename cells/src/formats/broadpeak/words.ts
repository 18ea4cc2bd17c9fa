// What is said of the format broadpeak.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-broadpeak", {
  en: {
    title: "broadPeak (broad peaks)",
    why: "Its lines are those of ENCODE broadPeak: six columns of BED and three numbers.",
    "why-track": "A track line says that it is broadPeak.",
  },
  ru: {
    title: "broadPeak (широкие пики)",
    why: "Строки как в ENCODE broadPeak: шесть столбцов BED и три числа.",
    "why-track": "Строка track говорит, что это broadPeak.",
  },
});
