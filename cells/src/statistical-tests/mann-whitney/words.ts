// What is said of the test.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("test-mann-whitney", {
  en: {
    title: "Mann-Whitney test",
    does: "Two groups by their ranks: of skewed numbers and with far values",
  },
  ru: {
    title: "Критерий Манна — Уитни",
    does: "Две группы по рангам: для скошенных чисел и далёких значений",
  },
});
