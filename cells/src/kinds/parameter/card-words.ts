// What the screen calls cells of this kind, its tasks in the add menu, and what such a cell waits for.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("kind-parameter", {
  en: {
    title: "Parameter",
    parameter: "Parameter",
    "parameter-line": "A number, choice, text or date to turn",
    "parameter-words": "slider input control widget number choice dropdown toggle",
    gene: "Pick a gene",
    "gene-line": "Type a name; charts follow",
    "gene-words": "feature select search symbol parameter",
    "needs-from": "Choose a table or a matrix.",
    "needs-value": "Choose a value.",
  },
  ru: {
    title: "Параметр",
    parameter: "Параметр",
    "parameter-line": "Число, выбор, текст или дата",
    "parameter-words": "ползунок ввод выбор переключатель",
    gene: "Выбрать ген",
    "gene-line": "Выберите ген, и графики покажут его",
    "gene-words": "признак поиск параметр",
    "needs-from": "Выберите таблицу или матрицу.",
    "needs-value": "Выберите значение.",
  },
});
