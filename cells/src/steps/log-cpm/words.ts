// What is said of the step log-cpm.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-log-cpm", {
  en: {
    title: "Log-CPM",
    does: "log2(CPM + prior) of counts",
    says: "log2(CPM + {prior})",
    "says-counts": "log2 CPM with {prior} counts of prior (edgeR)",
    of: "prior in",
    "of-cpm": "CPM",
    "of-counts": "counts (edgeR)",
    menu: "Log-CPM",
    "menu-line": "Counts per million, logarithm to base 2",
    "menu-words": "normalise normalize logarithm library size tpm transform",
  },
  ru: {
    title: "Log-CPM",
    does: "log2(CPM + добавка) по прочтениям",
    says: "log2(CPM + {prior})",
    "says-counts": "log2 CPM с добавкой {prior} прочтений (edgeR)",
    of: "добавка в",
    "of-cpm": "CPM",
    "of-counts": "прочтениях (edgeR)",
    menu: "Log-CPM",
    "menu-line": "Прочтения на миллион, логарифм по основанию 2",
    "menu-words": "нормализация логарифм размер библиотеки",
  },
});
