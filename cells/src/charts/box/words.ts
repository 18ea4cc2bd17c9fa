// Boxes in words: in menus, on the line of a cell, in their form.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("chart-box", {
  en: {
    title: "Boxes",
    shape: "box",
    "field-by": "by",
    "field-points": "Points",
    menu: "Box by group",
    "menu-line": "A gene or column by group, with its points",
    "menu-words": "boxplot whisker violin compare groups expression",
  },
  ru: {
    title: "Боксплот",
    shape: "боксплот",
    "field-by": "по",
    "field-points": "Точки",
    menu: "Боксплот по группам",
    "menu-line": "Ген или столбец по группам, с точками",
    "menu-words": "бокс-плот ящики с усами диаграмма размаха сравнить группы экспрессия",
  },
});
