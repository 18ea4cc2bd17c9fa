// What is said of the format bedgraph.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-bedgraph", {
  en: {
    title: "bedGraph (values of places)",
    why: "Its lines hold a chromosome, a start, an end and a number.",
    "why-track": "A track line says that it is bedGraph.",
  },
  ru: {
    title: "bedGraph (значения участков)",
    why: "В строках хромосома, начало, конец и число.",
    "why-track": "Строка track говорит, что это bedGraph.",
  },
});
