// What is said of the rule constant-columns.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("quality-constant-columns", {
  en: {
    title: "Constant columns",
    does: "Columns with one value in all rows, or in nearly all: they tell nothing apart, and a fold may lack the rest",
    "warn-from": "doubtful from a share of",
    constant: "{n} {n|column has|columns have} one value in every row that has one: {columns}",
    near: "{n} {n|column has|columns have} one value in at least {percent} of the rows: {columns}",
  },
  ru: {
    title: "Постоянные столбцы",
    does: "Столбцы с одним значением во всех или почти во всех строках: они ничего не различают, а остальных значений может не быть в части данных",
    "warn-from": "сомнительно от доли",
    constant: "Столбцы с одним значением во всех строках, где оно есть ({n}): {columns}",
    near: "Столбцы с одним значением не меньше чем в {percent} строк ({n}): {columns}",
  },
});
