// Strips in words: in menus, on the line of a cell, in their form.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("chart-strip", {
  en: {
    title: "Strips",
    shape: "strips",
    menu: "Strips of several genes",
    "menu-line": "Each sample a point, groups beside each other, gene by gene",
    "menu-words": "strip plot dot plot top genes stripchart jitter points by group",
    "say-top": "The {n} most variable {features} by {x}",
    "say-chosen": "Chosen {features} by {x}",
    "field-by": "by",
    "field-rows": "rows",
    "field-top": "most variable",
    "field-features": "features",
    "field-count": "at most",
    alt: "Strips of {n} {n|point|points} of {y} by {x}, medians: {parts}.",
    "note-order-features": "Features stand in the order in which they were chosen, groups by name.",
  },
  ru: {
    title: "Полоски точек",
    shape: "полоски точек",
    menu: "Полоски нескольких генов",
    "menu-line": "Каждый образец — точка, группы рядом, ген за геном",
    "menu-words": "точки полоски гены группы значения",
    "say-top": "{n} самых изменчивых {features} по {x}",
    "say-chosen": "Выбранные {features} по {x}",
    "field-by": "по",
    "field-rows": "строки",
    "field-top": "самых изменчивых",
    "field-features": "признаки",
    "field-count": "не больше",
    alt: "Полоски {n} {n|точки|точек|точек} {y} по {x}, медианы: {parts}.",
    "note-order-features": "Признаки стоят в том порядке, в котором выбраны, группы — по имени.",
  },
});
