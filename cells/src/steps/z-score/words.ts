// What is said of the step z-score.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-z-score", {
  en: { title: "z-score of each gene", says: "z-scores of each of the {noun}" },
  ru: { title: "z-оценка каждого гена", says: "z-оценки для каждого из {noun}" },
});
