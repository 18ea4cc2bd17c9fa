// Points in words: in menus, on the line of a cell, in their form.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("chart-point", {
  en: {
    title: "Points",
    shape: "points",
    menu: "Points",
    "menu-line": "Two columns against each other",
    "menu-words": "scatter plot xy correlation dots volcano",
    volcano: "Volcano",
    "volcano-line": "Points: {y} against {x}",
    "field-smallest-above": "Smallest y above",
    "smallest-above-text":
      "{column} holds no numbers, so none of its values is the smallest. Choose a column of numbers, or let the axis run upwards.",
  },
  ru: {
    title: "Точки",
    shape: "точки",
    menu: "Точки",
    "menu-line": "Два столбца друг против друга",
    "menu-words": "рассеяние корреляция диаграмма вулкан",
    volcano: "Вулкан",
    "volcano-line": "Точки: {y} против {x}",
    "field-smallest-above": "Меньшие y — выше",
    "smallest-above-text":
      "В столбце {column} не числа, наименьшего среди его значений нет. Выберите столбец с числами или оставьте ось направленной вверх.",
  },
});
