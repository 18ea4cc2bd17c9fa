// What is said of the rule duplicate-rows.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("quality-duplicate-rows", {
  en: {
    title: "Duplicate rows",
    does: "Rows with the same values as an earlier one, with or without their names: what is there twice counts twice, and on both sides of a split",
    "by-chance": "The columns have so few different values that rows are equal by chance; duplicates cannot be told.",
    "too-few": "There are not two columns and two rows to be compared.",
    equal: "{n} {n|row equals|rows equal} an earlier one ({percent}, more than {threshold}): {rows}",
    "but-names": "{n} {n|row equals|rows equal} an earlier one in all but {columns} ({percent}, more than {threshold}): {rows}",
  },
  ru: {
    title: "Повторы строк",
    does: "Строки с теми же значениями, что и прежние, с именами или без них: такое считается дважды и попадает в обе части разбиения",
    "by-chance": "В столбцах так мало разных значений, что строки совпадают случайно; повторы не отличить.",
    "too-few": "Нет двух столбцов и двух строк для сравнения.",
    equal: "Строк, равных одной из прежних: {n} ({percent}, больше {threshold}): {rows}",
    "but-names": "Строк, равных одной из прежних во всём, кроме {columns}: {n} ({percent}, больше {threshold}): {rows}",
  },
});
