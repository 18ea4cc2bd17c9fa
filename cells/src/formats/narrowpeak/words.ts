// What is said of the format narrowpeak.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-narrowpeak", {
  en: {
    title: "narrowPeak (peaks)",
    why: "Its lines are those of ENCODE narrowPeak: six columns of BED, three numbers and a summit.",
    "why-track": "A track line says that it is narrowPeak.",
  },
  ru: {
    title: "narrowPeak (пики)",
    why: "Строки как в ENCODE narrowPeak: шесть столбцов BED, три числа и вершина.",
    "why-track": "Строка track говорит, что это narrowPeak.",
  },
});
