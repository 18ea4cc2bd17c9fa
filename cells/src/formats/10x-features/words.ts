// What is said of the format 10x-features. What is said of what it belongs with: parts/cell-names/words.ts.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-10x-features", {
  en: {
    title: "10x Genomics (features alone)",
    "why-features": "An id, a symbol and a type of feature (“{type}”) in each line.",
  },
  ru: {
    title: "10x Genomics (только признаки)",
    "why-features": "В каждой строке идентификатор, символ и тип признака («{type}»).",
  },
});
