// What is said of the step to-table.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-to-table", {
  en: {
    title: "As a table",
    does: "Makes a table of the matrix",
    "says-samples": "as a table, a row per sample",
    "says-wide": "as a table, a row per feature",
    "says-long": "as a table, a row per value",
    "row-is": "a row is",
    "shape-samples": "a sample with its annotation",
    "shape-wide": "a gene, a column per sample",
    "shape-long": "one value",
  },
  ru: {
    title: "Сделать таблицей",
    does: "Делает из матрицы таблицу",
    "says-samples": "в виде таблицы: строка на образец",
    "says-wide": "в виде таблицы: строка на признак",
    "says-long": "в виде таблицы: строка на значение",
    "row-is": "строка это",
    "shape-samples": "образец с описанием",
    "shape-wide": "ген, столбец на образец",
    "shape-long": "одно значение",
  },
});
