// What is said of the step pivot.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-pivot", {
  en: {
    title: "Rows to columns",
    says: "turns each {names} into a column of {values}",
    "columns-from": "columns from",
    "filled-with": "filled with",
    "where-several": "where several meet",
  },
  ru: {
    title: "Строки в столбцы",
    says: "делает из каждого {names} столбец значений {values}",
    "columns-from": "столбцы из",
    "filled-with": "заполнить из",
    "where-several": "если строк несколько",
  },
});
