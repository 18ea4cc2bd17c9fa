// What is said of the step z-score.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-z-score", {
  en: {
    title: "z-score of each gene",
    does: "Each feature to mean 0 and standard deviation 1 over the samples",
    says: "z-scores of each of the {noun}",
    infinite:
      "Step {step}: {features} {features|feature holds an infinite value and has|features hold infinite values and have} no mean, the first {feature} ({value} in {sample}): all its values are missing from here on.",
  },
  ru: {
    title: "z-оценка каждого гена",
    does: "Каждый признак приводит к среднему 0 и стандартному отклонению 1 по образцам",
    says: "z-оценки для каждого из {noun}",
    infinite:
      "Шаг {step}: признаков с бесконечными значениями — {features}, первый — {feature} ({value} в {sample}). Среднего у них нет, и дальше все их значения пропущены.",
  },
});
