// What is said of the step pivot.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-pivot", {
  en: {
    title: "Rows to columns",
    does: "Makes a column of each value of a column; all other columns name the rows",
    says: "turns each {names} into a column of {values}",
    "columns-from": "columns from",
    "filled-with": "filled with",
    "where-several": "where several meet",
    met: "Step {step}: in {cells} of {all} cells several rows meet; the first is taken, and {lost} {lost|value|values} of {column} {lost|is|are} not in the table. Choose another value to take (mean, sum), or a column that tells the rows apart.",
  },
  ru: {
    title: "Строки в столбцы",
    does: "Делает столбец из каждого значения столбца; остальные столбцы именуют строки",
    says: "делает из каждого {names} столбец значений {values}",
    "columns-from": "столбцы из",
    "filled-with": "заполнить из",
    "where-several": "если строк несколько",
    met: "Шаг {step}: в {cells} из {all} ячеек встретились несколько строк; взята первая, и {lost} {lost|значение|значения|значений} {column} в таблицу не {lost|вошло|вошли|вошли}. Выберите, что брать (среднее, сумму), или столбец, который различает строки.",
  },
});
