// What the screen calls cells of this kind, its tasks in the add menu, and what such a cell waits for.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("kind-chart", {
  en: {
    title: "Chart",
    box: "Box by group",
    "box-line": "A gene or column by group, with its points",
    "box-words": "boxplot whisker violin compare groups expression",
    points: "Points",
    "points-line": "Two columns against each other",
    "points-words": "scatter plot xy correlation dots",
    histogram: "Histogram",
    "histogram-line": "How values are distributed",
    "histogram-words": "distribution density bins frequency",
    heatmap: "Heatmap",
    "heatmap-line": "The most variable genes in all samples",
    "heatmap-words": "matrix cluster heat map expression",
    "needs-from": "Choose a table or a matrix.",
    "needs-x": "Choose what to draw (x).",
    "needs-y": "Choose what to draw (y).",
  },
  ru: {
    title: "График",
    box: "Ящики по группам",
    "box-line": "Ген или столбец по группам, с точками",
    "box-words": "бокс-плот сравнить группы экспрессия",
    points: "Точки",
    "points-line": "Два столбца друг против друга",
    "points-words": "рассеяние корреляция диаграмма",
    histogram: "Гистограмма",
    "histogram-line": "Как распределены значения",
    "histogram-words": "распределение плотность частота",
    heatmap: "Тепловая карта",
    "heatmap-line": "Самые изменчивые гены по образцам",
    "heatmap-words": "матрица кластер карта",
    "needs-from": "Выберите таблицу или матрицу.",
    "needs-x": "Выберите, что рисовать (x).",
    "needs-y": "Выберите, что рисовать (y).",
  },
});
