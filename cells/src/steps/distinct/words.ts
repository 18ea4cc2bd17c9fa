// What is said of the step distinct.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-distinct", {
  en: {
    title: "Drop repeated rows",
    does: "Keeps the first row of each combination of values. A saved recipe does so among the new rows",
    says: "keeps the first row of each {columns}",
    "says-rows": "drops repeated rows",
    "one-row-for-each": "one row for each",
  },
  ru: {
    title: "Убрать повторы",
    does: "Оставляет первую строку каждого сочетания значений. Сохранённый рецепт сравнивает новые строки между собой",
    says: "оставляет первую строку для каждого {columns}",
    "says-rows": "убирает повторы строк",
    "one-row-for-each": "одна строка на",
  },
});
