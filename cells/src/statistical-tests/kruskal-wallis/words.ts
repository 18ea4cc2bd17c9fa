// What is said of the test.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("test-kruskal-wallis", {
  en: {
    title: "Kruskal-Wallis test",
    does: "Several groups by their ranks: of skewed numbers and with far values",
  },
  ru: {
    title: "Критерий Краскела — Уоллиса",
    does: "Несколько групп по рангам: для скошенных чисел и далёких значений",
  },
});
