// What is said of limma-trend.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("differential-limma-trend", {
  en: {
    title: "limma-trend",
    does: "compares logarithms by moderated t tests, variances by a trend of the level",
    line: "Log CPM of sequencing where libraries are of like depth; takes blocks",
    robust: "Robust against features that vary far more",
  },
  ru: {
    title: "limma-trend",
    does: "сравнивает логарифмы модерированными t-тестами, дисперсии по тренду уровня",
    line: "Log CPM секвенирования при сходной глубине; берёт блоки",
    robust: "Устойчиво к признакам с необычно большим разбросом",
  },
});
