// What is said of the test.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("test-t", {
  en: {
    title: "t test",
    does: "Means of two groups; Welch's where their spreads may differ",
    variances: "Spreads",
    "variances-differ": "may differ (Welch)",
    "variances-equal": "taken as equal (Student)",
  },
  ru: {
    title: "t-критерий",
    does: "Средние двух групп; Уэлча, если разброс в них может отличаться",
    variances: "Разброс",
    "variances-differ": "может отличаться (Уэлч)",
    "variances-equal": "считать равным (Стьюдент)",
  },
});
