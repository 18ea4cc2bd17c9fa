// Violins in words: in menus, on the line of a cell, in their form, in and under the figure.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("chart-violin", {
  en: {
    title: "Violins",
    shape: "violin",
    menu: "Violin by group",
    "menu-line": "The shape of a distribution in each group",
    "menu-words": "violin plot density distribution shape bimodal compare groups expression",
    "field-by": "by",
    "field-width": "width",
    "width-area": "equal areas",
    "width-widest": "equally wide",
    "field-inner": "Quartiles inside",
    alt: "Violins of {y} by {x}, medians: {parts}.",
    "alt-alone": "Violin of {y}, median {parts}.",
    "note-few": "Of fewer than {fewest} values a violin would invent a shape: they are drawn as points with their median.",
    "note-flat": "Where all values are equal there is no shape: only their median is drawn.",
    "note-slim":
      "{n} {n|violin is|violins are} too slim beside the others to be seen: their values lie much farther apart. Choose “equally wide” or a log axis.",
    "note-violin":
      "Densities are Gaussian, their bandwidth that of R's density() (nrd0). Quartiles are those of R's quantile() (type 7).",
    "note-violin-log":
      "Densities are Gaussian and of the logarithms, their bandwidth that of R's density() (nrd0). Quartiles are those of R's quantile() (type 7), of the values as measured.",
    "note-area-panel": "Areas are equal within a panel: between panels compare where values lie, not how wide violins are.",
    "note-n": "The number below a violin is how many values it holds.",
  },
  ru: {
    title: "Скрипичные диаграммы",
    shape: "скрипка",
    menu: "Скрипичные диаграммы по группам",
    "menu-line": "Форма распределения в каждой группе",
    "menu-words": "скрипичная диаграмма скрипки виолин плотность распределение сравнить группы экспрессия",
    "field-by": "по",
    "field-width": "ширина",
    "width-area": "равные площади",
    "width-widest": "равная ширина",
    "field-inner": "Квартили внутри",
    alt: "Скрипичные диаграммы {y} по {x}, медианы: {parts}.",
    "alt-alone": "Скрипка {y}, медиана {parts}.",
    "note-few": "Там, где значений меньше {fewest}, скрипка выдумала бы форму: показаны точки и медиана.",
    "note-flat": "Там, где все значения равны, формы нет: показана только медиана.",
    "note-slim":
      "Скрипок, слишком узких рядом с другими: {n}. Их значения разбросаны намного шире. Выберите «равная ширина» или логарифмическую ось.",
    "note-violin":
      "Плотность — с гауссовым ядром, ширина окна как в density() в R (nrd0). Квартили — как в quantile() в R (тип 7).",
    "note-violin-log":
      "Плотность построена по логарифмам, с гауссовым ядром; ширина окна — как в density() в R (nrd0). Квартили — как в quantile() в R (тип 7), по самим значениям.",
    "note-area-panel": "Площади равны внутри панели: между панелями сравнивайте, где лежат значения, а не ширину скрипок.",
    "note-n": "Число под скрипкой показывает, сколько в ней значений.",
  },
});
