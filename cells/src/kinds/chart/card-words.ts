// What the screen calls cells of this kind, its tasks in the add menu, and what such a cell waits for.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("kind-chart", {
  en: {
    title: "Chart",
    "needs-from": "Choose a table or a matrix.",
    "needs-x": "Choose what to draw (x).",
    "needs-y": "Choose what to draw (y).",
  },
  ru: {
    title: "График",
    "needs-from": "Выберите таблицу или матрицу.",
    "needs-x": "Выберите, что рисовать (x).",
    "needs-y": "Выберите, что рисовать (y).",
  },
});
