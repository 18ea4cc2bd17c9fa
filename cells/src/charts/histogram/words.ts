// Histograms in words: in menus, on the line of a cell, in their form.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("chart-histogram", {
  en: {
    title: "Histogram",
    shape: "histogram",
    say: "Distribution of {x}",
    "all-values": "all values",
    "field-of": "of",
    "all-of-matrix": "all values",
    "field-bins": "bins",
    "bins-auto": "automatic",
    menu: "Histogram",
    "menu-line": "How values are distributed",
    "menu-words": "distribution density bins frequency",
  },
  ru: {
    title: "Гистограмма",
    shape: "гистограмма",
    say: "Распределение {x}",
    "all-values": "всех значений",
    "field-of": "чего",
    "all-of-matrix": "все значения",
    "field-bins": "интервалов",
    "bins-auto": "авто",
    menu: "Гистограмма",
    "menu-line": "Как распределены значения",
    "menu-words": "распределение плотность частота",
  },
});
