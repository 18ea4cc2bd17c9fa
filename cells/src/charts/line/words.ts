// Lines in words: in menus, on the line of a cell, in their form.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("chart-line", {
  en: {
    title: "Lines",
    shape: "line",
    "field-marks": "Mark each point",
  },
  ru: {
    title: "Линии",
    shape: "линия",
    "field-marks": "Отмечать точки",
  },
});
