// What is said of the family.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("regression-logistic", {
  en: {
    title: "Logistic",
    does: "One of two answers (ill or not): by how much the odds of the one grow",
    firth: "Firth's penalty (few events, perfect separation)",
  },
  ru: {
    title: "Логистическая",
    does: "Один из двух ответов (болен или нет): во сколько раз растут шансы",
    firth: "Поправка Фёрта (мало событий, полное разделение)",
  },
});
