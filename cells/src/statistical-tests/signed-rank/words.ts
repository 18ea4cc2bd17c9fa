// What is said of the test.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("test-signed-rank", {
  en: {
    title: "Wilcoxon's signed rank test",
    does: "Two numbers of each individual, or two columns of each row, by ranks of their differences",
  },
  ru: {
    title: "Знаковый критерий Уилкоксона",
    does: "Два числа у каждой особи или два столбца, по рангам разностей",
  },
});
