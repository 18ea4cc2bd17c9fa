// Bars in words: in menus, on the line of a cell, in their form.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("chart-bar", {
  en: {
    title: "Bars",
    shape: "bars",
    "say-count": "Rows by {x}",
    "say-sum": "Sum of {y} by {x}",
    "say-mean": "Mean of {y} by {x}",
    "say-median": "Median of {y} by {x}",
    "field-measure": "height",
    "measure-count": "number of rows",
    "measure-sum": "sum",
    "measure-mean": "mean",
    "measure-median": "median",
    "field-stacked": "Stacked",
    menu: "Bars",
    "menu-line": "Rows counted by group, or their mean, sum or median",
    "menu-words": "bar chart barplot bar plot column chart count mean average median sum compare groups",
  },
  ru: {
    title: "Столбики",
    shape: "столбцы",
    "say-count": "Число строк по {x}",
    "say-sum": "Сумма {y} по {x}",
    "say-mean": "Среднее {y} по {x}",
    "say-median": "Медиана {y} по {x}",
    "field-measure": "высота",
    "measure-count": "число строк",
    "measure-sum": "сумма",
    "measure-mean": "среднее",
    "measure-median": "медиана",
    "field-stacked": "Друг на друге",
    menu: "Столбики",
    "menu-line": "Число строк по группам, их среднее, сумма или медиана",
    "menu-words": "столбцы столбчатая диаграмма график среднее медиана сумма число сравнить группы",
  },
});
