// What is said of the step filter.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-filter", {
  en: { title: "Filter rows", "says-all": "keeps all rows", "says-keep": "keeps {where}", "says-drop": "drops {where}" },
  ru: {
    title: "Отобрать строки",
    "says-all": "оставляет все строки",
    "says-keep": "оставляет {where}",
    "says-drop": "убирает {where}",
  },
});
