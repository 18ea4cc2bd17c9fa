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
    "note-size-missing": "{n} of {rows} points {n|is|are} left out: {field}, by which they are sized, is missing there.",
    "note-size-negative":
      "{n} of {rows} points {n|is|are} left out: {field}, by which they are sized, is below zero there, and no area is. Size by its absolute value to see them.",
    "size-of-none":
      "No point has a size: of {rows} values of {field} {missing} are missing and {negative} below zero, and no area is. Choose another column, or take absolute values.",
    "note-density-size": "Size by {field} is not shown in a density.",
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
    "note-size-missing": "Не показано точек: {n} из {rows}, нет значения {field}, от которого зависит размер.",
    "note-size-negative":
      "Не показано точек: {n} из {rows}, {field} меньше нуля, а площадь отрицательной не бывает. Чтобы увидеть их, возьмите модуль {field}.",
    "size-of-none":
      "Ни у одной точки нет размера: из {rows} значений {field} пропущено {missing}, меньше нуля {negative}, а площадь отрицательной не бывает. Выберите другой столбец или возьмите модули.",
    "note-density-size": "Размер по {field} в плотности не показан.",
  },
});
