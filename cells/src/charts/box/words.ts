// Boxes in words: in menus, on the line of a cell, in their form.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("chart-box", {
  en: {
    title: "Boxes",
    shape: "box",
    "field-by": "by",
    "field-points": "Points",
    "note-box":
      "Quartiles interpolate as R's quantile() does (type 7; R's boxplot() draws hinges, which may differ a little). Whiskers end at the farthest value within 1.5 interquartile ranges of the box.",
    "note-box-log":
      "Quartiles interpolate as R's quantile() does (type 7; R's boxplot() draws hinges, which may differ a little). Whiskers end at the farthest value within 1.5 interquartile ranges of the box. Both are of the values as measured, not of their logarithms.",
    "note-few":
      "A box is drawn from {fewest} values on, since of fewer it would invent a distribution: they are points, and a line is their median.",
    menu: "Box by group",
    "menu-line": "A gene or column by group, with its points",
    "menu-words": "boxplot whisker violin compare groups expression",
  },
  ru: {
    title: "Боксплот",
    shape: "боксплот",
    "field-by": "по",
    "field-points": "Точки",
    "note-box":
      "Квартили интерполированы, как в quantile() в R (тип 7; boxplot() в R рисует квартили Тьюки, они могут немного отличаться). Усы доходят до самого далёкого значения в пределах 1,5 межквартильного размаха от бокса.",
    "note-box-log":
      "Квартили интерполированы, как в quantile() в R (тип 7; boxplot() в R рисует квартили Тьюки, они могут немного отличаться). Усы доходят до самого далёкого значения в пределах 1,5 межквартильного размаха от бокса. И то и другое посчитано по самим значениям, а не по их логарифмам.",
    "note-few":
      "Бокс рисуется начиная с {fewest} значений: по меньшему числу он выдумал бы распределение. Там показаны точки, а линия — их медиана.",
    menu: "Боксплот по группам",
    "menu-line": "Ген или столбец по группам, с точками",
    "menu-words": "бокс-плот ящики с усами диаграмма размаха сравнить группы экспрессия",
  },
});
