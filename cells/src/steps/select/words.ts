// What is said of the step select.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-select", {
  en: {
    title: "Choose columns",
    does: "Keeps or drops columns",
    "says-keep": "keeps {count|the column|the columns} {columns}",
    "says-drop": "leaves out {count|the column|the columns} {columns}",
  },
  ru: {
    title: "Выбрать столбцы",
    does: "Оставляет или убирает столбцы",
    "says-keep": "оставляет {count|столбец|столбцы|столбцы} {columns}",
    "says-drop": "убирает {count|столбец|столбцы|столбцы} {columns}",
  },
});
