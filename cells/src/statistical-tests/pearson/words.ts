// What is said of the test.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("test-pearson", {
  en: {
    title: "Pearson's correlation",
    line: "Whether two columns of numbers go along a straight line",
  },
  ru: {
    title: "Корреляция Пирсона",
    line: "Лежат ли два столбца чисел вдоль прямой",
  },
});
