// What is said of the test.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("test-pearson", {
  en: {
    title: "Pearson's correlation",
    does: "Whether two columns of numbers go along a straight line",
  },
  ru: {
    title: "Корреляция Пирсона",
    does: "Лежат ли два столбца чисел вдоль прямой",
  },
});
