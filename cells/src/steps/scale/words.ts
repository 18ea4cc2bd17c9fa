// What is said of the step scale.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-scale", {
  en: {
    title: "Scale columns",
    does: "Brings columns of numbers to one scale",
    says: "scales {columns}: {to}",
    menu: "Scale columns",
    "menu-line": "Standard, min-max, robust, by quantiles or rows to length 1",
    "menu-words": "standardise normalize z-score min-max robust quantile scaler",
    to: "to",
    "by-standard": "mean 0, deviation 1",
    "by-robust": "median 0, interquartile range 1",
    "by-min-max": "0 to 1",
    "by-max-abs": "largest size 1",
    "by-quantile-uniform": "quantiles, 0 to 1",
    "by-quantile-normal": "quantiles, normal",
    "by-unit-l2": "rows of length 1",
    "by-unit-l1": "rows of sum 1 (sizes)",
    "by-unit-max": "rows of largest size 1",
    constant:
      "Step {step}: {column} does not vary in the rows that the scale is taken of, so that there is nothing to divide by and its values are only moved to 0.",
    "constant-place":
      "Step {step}: {column} does not vary in the rows that the scale is taken of: such values are in the middle of its quantiles.",
    flat: "Step {step}: half of the values of {column} or more are equal, so that between the quartiles there is nothing to divide by: its values are only moved. Take another scale.",
    "too-large": "Step {step}: values of {column} are so large that their spread is no number any more. Divide them first.",
    empty: "Step {step}: {column} has no value in the rows that the scale is taken of: it is missing from here on.",
    beyond:
      "Step {step}: {n} {n|value|values} of {column} {n|lies|lie} outside the range of the rows that the scale was taken of.",
    "rows-missing":
      "Step {step}: {n} {n|row has|rows have} a missing or an infinite value in these columns and no length, so that all of {n|its|their} values in them are missing from here on. Fill these first.",
    "rows-zero": "Step {step}: {n} {n|row holds|rows hold} nothing but 0 in these columns and {n|stays|stay} so.",
  },
  ru: {
    title: "Масштабировать столбцы",
    does: "Приводит столбцы чисел к одному масштабу",
    says: "масштабирует {columns}: {to}",
    menu: "Масштабировать столбцы",
    "menu-line": "Стандартно, от 0 до 1, по квартилям, по квантилям или строки к длине 1",
    "menu-words": "стандартизация нормировка z-оценка масштаб квантили",
    to: "к виду",
    "by-standard": "среднее 0, отклонение 1",
    "by-robust": "медиана 0, межквартильный размах 1",
    "by-min-max": "от 0 до 1",
    "by-max-abs": "наибольшая величина 1",
    "by-quantile-uniform": "квантили, от 0 до 1",
    "by-quantile-normal": "квантили, нормально",
    "by-unit-l2": "строки длины 1",
    "by-unit-l1": "строки с суммой величин 1",
    "by-unit-max": "строки с наибольшей величиной 1",
    constant:
      "Шаг {step}: {column} не меняется в строках, по которым взят масштаб, делить не на что: значения только сдвинуты к 0.",
    "constant-place":
      "Шаг {step}: {column} не меняется в строках, по которым взят масштаб: такие значения стоят посередине его квантилей.",
    flat: "Шаг {step}: половина значений {column} или больше равны, между квартилями делить не на что: значения только сдвинуты. Выберите другой масштаб.",
    "too-large": "Шаг {step}: значения {column} так велики, что их разброс уже не число. Сначала разделите их.",
    empty: "Шаг {step}: в {column} нет значений в строках, по которым берётся масштаб: дальше он весь пропущен.",
    beyond: "Шаг {step}: значений {column} вне пределов строк, по которым взят масштаб: {n}.",
    "rows-missing":
      "Шаг {step}: строк с пропуском или бесконечностью в этих столбцах: {n}. Длины у них нет, и дальше все их значения в этих столбцах пропущены. Сначала заполните пропуски.",
    "rows-zero": "Шаг {step}: строк, где в этих столбцах одни нули: {n}. Они остались как есть.",
  },
});
