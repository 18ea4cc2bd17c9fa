// What is said of the test.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("test-kendall", {
  en: {
    title: "Kendall's tau",
    does: "Whether two columns of numbers rise and fall together, by pairs of rows",
  },
  ru: {
    title: "Тау Кендалла",
    does: "Растут ли и убывают ли два столбца чисел вместе, по парам строк",
  },
});
