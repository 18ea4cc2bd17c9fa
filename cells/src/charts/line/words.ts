// Lines in words: in menus, on the line of a cell, in their form.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("chart-line", {
  en: {
    title: "Lines",
    shape: "line",
    "field-marks": "Mark each point",
    "field-band": "band",
    "band-none": "none",
    "band-ci": "95 % of the mean",
    "band-se": "standard error",
    "band-sd": "standard deviation",
    menu: "Lines",
    "menu-line": "One column over another, a line for each group",
    "menu-words": "line chart line plot curve time course series trend",
  },
  ru: {
    title: "Линии",
    shape: "линия",
    "field-marks": "Отмечать точки",
    "field-band": "полоса",
    "band-none": "нет",
    "band-ci": "95 % среднего",
    "band-se": "стандартная ошибка",
    "band-sd": "стандартное отклонение",
    menu: "Линии",
    "menu-line": "Один столбец по другому, линия на каждую группу",
    "menu-words": "линия линейный график кривая динамика временной ряд тренд",
  },
});
