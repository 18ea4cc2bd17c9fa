// What is said of the test.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("test-anova", {
  en: {
    title: "Analysis of variance",
    does: "Means of several groups; Welch's where their spreads may differ",
    variances: "Spreads",
    "variances-differ": "may differ (Welch)",
    "variances-equal": "taken as equal",
  },
  ru: {
    title: "Дисперсионный анализ",
    does: "Средние нескольких групп; Уэлча, если разброс в них может отличаться",
    variances: "Разброс",
    "variances-differ": "может отличаться (Уэлч)",
    "variances-equal": "считать равным",
  },
});
