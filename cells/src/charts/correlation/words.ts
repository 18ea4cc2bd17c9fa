// Correlations in words: in menus, on the line of a cell, in their form, in and under the figure.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("chart-correlation", {
  en: {
    title: "Correlations",
    shape: "correlations",
    menu: "Correlation heatmap",
    "menu-line": "Which columns or genes go together, each with each",
    "menu-words": "correlation matrix corrplot heatmap pearson spearman collinear columns genes",
    "say-all": "Correlations of all columns of numbers",
    "say-top": "Correlations of the most variable {features}",
    "say-chosen": "Correlations of {names}",
    "say-of": "Correlations of chosen columns",
    "field-method": "correlation",
    pearson: "Pearson",
    spearman: "Spearman",
    "field-top": "at most",
    "field-clustered": "Like beside like",
    alt: "Correlations ({method}) of {n} {n|column|columns} with each other. Strongest: {parts}.",
    "alt-none": "Correlations ({method}) of {n} {n|column|columns} with each other: none is known.",
    "note-n": "Each correlation is over all {n} {n|row|rows}, as R's cor() has it.",
    "note-pairwise":
      'Each correlation is over the rows that have both values: {from} to {to} of {rows}, as R\'s cor(use = "pairwise.complete.obs") has it. Numbers on different rows need not fit together.',
    "note-order": "Columns stand by likeness: average linkage of 1 − r.",
    "note-unknown": "{n} {n|pair has|pairs have} no correlation: fewer than two rows in common, or a column that does not vary.",
    "note-few": "Of {n} {n|row|rows} a correlation says little: by chance alone half of them are beyond ±{chance}.",
    "too-much":
      "{n} {n|column|columns} over {rows} {rows|row|rows} with gaps are too many pairs to be ranked one by one. Choose fewer columns, or Pearson's correlation.",
    "too-many-pairs":
      "{n} {n|column|columns} over {rows} {rows|row|rows} with gaps are too many pairs to be drawn within a minute. Choose fewer columns, or fill or drop what is missing first.",
  },
  ru: {
    title: "Корреляции",
    shape: "корреляции",
    menu: "Карта корреляций",
    "menu-line": "Какие столбцы или гены меняются вместе, каждый с каждым",
    "menu-words": "корреляция матрица корреляций пирсон спирмен тепловая карта столбцы гены",
    "say-all": "Корреляции всех столбцов с числами",
    "say-top": "Корреляции самых изменчивых {features}",
    "say-chosen": "Корреляции {names}",
    "say-of": "Корреляции выбранных столбцов",
    "field-method": "корреляция",
    pearson: "Пирсона",
    spearman: "Спирмена",
    "field-top": "не больше",
    "field-clustered": "Похожие рядом",
    alt: "Корреляции ({method}) {n} {n|столбца|столбцов|столбцов} друг с другом. Самые сильные: {parts}.",
    "alt-none": "Корреляции ({method}) {n} {n|столбца|столбцов|столбцов} друг с другом: ни одна не известна.",
    "note-n": "Каждая корреляция — по всем строкам ({n}), как в cor() в R.",
    "note-pairwise":
      'Каждая корреляция — по строкам, где есть оба значения: от {from} до {to} из {rows}, как в cor(use = "pairwise.complete.obs") в R. Числа по разным строкам могут не согласовываться между собой.',
    "note-order": "Столбцы стоят по сходству: средняя связь по 1 − r.",
    "note-unknown": "Пар без корреляции: {n}. У них меньше двух общих строк, или столбец не меняется.",
    "note-few": "По {n} строкам корреляция мало что значит: по чистой случайности половина их больше ±{chance}.",
    "too-much":
      "{n} {n|столбец|столбца|столбцов} и {rows} {rows|строка|строки|строк} с пропусками — слишком много пар для рангов по одной. Выберите меньше столбцов или корреляцию Пирсона.",
    "too-many-pairs":
      "{n} {n|столбец|столбца|столбцов} и {rows} {rows|строка|строки|строк} с пропусками — слишком много пар, за минуту их не нарисовать. Выберите меньше столбцов или сначала заполните или уберите пропуски.",
  },
});
