// What is said of limma.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("differential-limma", {
  en: {
    title: "limma",
    does: "compares logarithms by moderated t tests",
    line: "Logarithms of arrays, proteins or metabolites; takes blocks",
    robust: "Robust against features that vary far more",
  },
  ru: {
    title: "limma",
    does: "сравнивает логарифмы модерированными t-тестами",
    line: "Логарифмы с чипов, белков или метаболитов; берёт блоки",
    robust: "Устойчиво к признакам с необычно большим разбросом",
  },
});
