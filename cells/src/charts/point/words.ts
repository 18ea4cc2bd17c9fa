// Points in words: in menus, on the line of a cell, in their form.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("chart-point", {
  en: {
    title: "Points",
    shape: "points",
    menu: "Points",
    "menu-line": "Two columns against each other",
    "menu-words": "scatter plot xy correlation dots",
  },
  ru: {
    title: "Точки",
    shape: "точки",
    menu: "Точки",
    "menu-line": "Два столбца друг против друга",
    "menu-words": "рассеяние корреляция диаграмма",
  },
});
