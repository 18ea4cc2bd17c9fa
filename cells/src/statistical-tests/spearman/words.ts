// What is said of the test.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("test-spearman", {
  en: {
    title: "Spearman's correlation",
    does: "Whether two columns of numbers rise and fall together, by ranks",
  },
  ru: {
    title: "Корреляция Спирмена",
    does: "Растут ли и убывают ли два столбца чисел вместе, по рангам",
  },
});
