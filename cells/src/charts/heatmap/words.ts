// Heatmaps in words: in menus, on the line of a cell, in their form.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("chart-heatmap", {
  en: {
    title: "Heatmap",
    shape: "heatmap",
    "say-top": "Heatmap of the {n} most variable {features}",
    "say-chosen": "Heatmap of chosen {features}",
    "field-z": "value",
    "field-rows": "rows",
    "field-top": "most variable",
    "field-features": "features",
    "field-count": "how many",
    "field-centre": "Centre and scale rows",
    "group-parameters": "Parameters",
    menu: "Heatmap",
    "menu-line": "The most variable genes in all samples",
    "menu-words": "matrix cluster heat map expression",
  },
  ru: {
    title: "Тепловая карта",
    shape: "тепловая карта",
    "say-top": "Тепловая карта {n} самых изменчивых {features}",
    "say-chosen": "Тепловая карта выбранных {features}",
    "field-z": "значение",
    "field-rows": "строки",
    "field-top": "самых изменчивых",
    "field-features": "признаки",
    "field-count": "сколько",
    "field-centre": "Центрировать строки",
    "group-parameters": "Параметры",
    menu: "Тепловая карта",
    "menu-line": "Самые изменчивые гены по образцам",
    "menu-words": "матрица кластер карта",
  },
});
