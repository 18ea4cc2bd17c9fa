// What is said of the test.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("test-chi-square", {
  en: {
    title: "Chi-squared test",
    does: "Whether two columns of categories go together; counts that are not small",
    correct: "Two by two",
    "correct-yates": "with Yates' correction",
    "correct-none": "as it is",
  },
  ru: {
    title: "Критерий хи-квадрат",
    does: "Связаны ли два столбца категорий; частоты не малы",
    correct: "Два на два",
    "correct-yates": "с поправкой Йейтса",
    "correct-none": "без поправки",
  },
});
