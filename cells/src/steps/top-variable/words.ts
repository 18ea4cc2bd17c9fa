// What is said of the step top-variable.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-top-variable", {
  en: {
    title: "Most variable genes",
    does: "Keeps the features of largest variance over the samples",
    says: "the {count} most variable {noun}",
    "how-many": "how many",
  },
  ru: {
    title: "Самые изменчивые гены",
    does: "Оставляет признаки с наибольшей дисперсией по образцам",
    says: "{count} самых изменчивых {noun}",
    "how-many": "сколько",
  },
});
