// What is said of the step unskew.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-unskew", {
  en: {
    title: "Logarithms and powers",
    does: "Takes logarithms or powers of columns, so that few large values do not stand far from all others",
    says: "{by} of {columns}",
    "says-matrix": "{by} of each value",
    "of-tables": "Step {step}: of a matrix every value is taken. Name no columns.",
    "power-of-table":
      "Step {step}: {by} takes its power of each column of a table, and this is a matrix. Take asinh or a logarithm, or make a table of it first.",
    "undefined-in":
      "Step {step}: {n} {n|value|values} {n|has|have} no such number ({by}) and {n|is|are} missing from here on. asinh takes any number.",
    menu: "Logarithms and powers",
    "menu-line": "Less skewed columns: log, asinh, Box-Cox, Yeo-Johnson",
    "menu-words": "log transform skew normal power boxcox",
    by: "by",
    "by-log2": "log2",
    "by-log10": "log10",
    "by-ln": "natural logarithm",
    "by-log1p": "ln(1 + x)",
    "by-asinh": "asinh",
    "by-sqrt": "square root",
    "by-yeo-johnson": "Yeo-Johnson",
    "by-box-cox": "Box-Cox",
    undefined:
      "Step {step}: {n} {n|value|values} of {column} {n|has|have} no such number ({by}) and {n|is|are} missing from here on. asinh and Yeo-Johnson take any number.",
    "not-above-0":
      "Step {step}: {column} holds values of 0 or less, of which Box-Cox is not defined. Take Yeo-Johnson, which takes any number.",
    extreme:
      "Step {step}: the power that suits {column} best is {power}, and its values become too large to go on with. Subtract its least value first, or take a logarithm.",
    squeezed:
      "Step {step}: the power that suits {column} best is {power}, and its values come so close together there that they can hardly be told apart: it stays as it is. Scale it first, or take a logarithm.",
    flat: "Step {step}: {column} has no power that suits it best (it does not vary, or has no value, in the rows that it is taken of): it stays as it is.",
  },
  ru: {
    title: "Логарифмы и степени",
    does: "Берёт логарифмы или степени столбцов, чтобы немногие большие значения не стояли далеко от остальных",
    says: "{by}: {columns}",
    "says-matrix": "{by} каждого значения",
    "of-tables": "Шаг {step}: у матрицы берётся каждое значение. Не называйте столбцов.",
    "power-of-table":
      "Шаг {step}: {by} берёт степень для каждого столбца таблицы, а это матрица. Возьмите asinh или логарифм, или сначала сделайте таблицу.",
    "undefined-in":
      "Шаг {step}: значений, для которых такого числа нет ({by}): {n}. Дальше они пропущены. Для asinh годится любое число.",
    menu: "Логарифмы и степени",
    "menu-line": "Менее скошенные столбцы: log, asinh, Бокс-Кокс, Йео-Джонсон",
    "menu-words": "логарифм скошенность асимметрия степень бокс-кокс",
    by: "как",
    "by-log2": "log2",
    "by-log10": "log10",
    "by-ln": "натуральный логарифм",
    "by-log1p": "ln(1 + x)",
    "by-asinh": "asinh",
    "by-sqrt": "квадратный корень",
    "by-yeo-johnson": "Йео-Джонсон",
    "by-box-cox": "Бокс-Кокс",
    undefined:
      "Шаг {step}: значений {column}, для которых такого числа нет ({by}): {n}. Дальше они пропущены. Для asinh и Йео-Джонсона годится любое число.",
    "not-above-0":
      "Шаг {step}: в {column} есть значения 0 или меньше, а Бокс-Кокс для них не определён. Возьмите Йео-Джонсона: для него годится любое число.",
    extreme:
      "Шаг {step}: лучше всего для {column} степень {power}, и значения становятся слишком большими. Сначала вычтите наименьшее значение или возьмите логарифм.",
    squeezed:
      "Шаг {step}: лучшая степень для {column} — {power}, но значения становятся так близки, что их почти не различить: столбец остаётся как есть. Сначала масштабируйте его или возьмите логарифм.",
    flat: "Шаг {step}: для {column} нет подходящей степени (в строках, по которым она берётся, столбец не меняется или пуст): он остался как есть.",
  },
});
