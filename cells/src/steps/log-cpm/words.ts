// What is said of the step log-cpm.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-log-cpm", {
  en: {
    title: "Log-CPM",
    does: "log2(CPM + prior) of counts",
    says: "log2(CPM + {prior})",
    menu: "Log-CPM",
    "menu-line": "Counts per million, logarithm to base 2",
    "menu-words": "normalise normalize logarithm library size tpm transform",
  },
  ru: {
    title: "Log-CPM",
    does: "log2(CPM + добавка) по прочтениям",
    says: "log2(CPM + {prior})",
    menu: "Log-CPM",
    "menu-line": "Прочтения на миллион, логарифм по основанию 2",
    "menu-words": "нормализация логарифм размер библиотеки",
  },
});
