// What is said of the step filter.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-filter", {
  en: {
    title: "Filter rows",
    does: "Keeps or drops rows; of a matrix samples, by their annotation",
    "says-all": "keeps all rows",
    "says-keep": "keeps {where}",
    "says-drop": "drops {where}",
    menu: "Filter rows",
    "menu-line": "Keeps rows (or samples) that meet a condition",
    "menu-words": "where subset select keep drop condition query",
  },
  ru: {
    title: "Отобрать строки",
    does: "Оставляет или убирает строки, в матрице — образцы, по их описанию",
    "says-all": "оставляет все строки",
    "says-keep": "оставляет {where}",
    "says-drop": "убирает {where}",
    menu: "Отобрать строки",
    "menu-line": "Оставляет строки или образцы по условию",
    "menu-words": "условие подмножество оставить удалить",
  },
});
