// What is said of the step z-score.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-z-score", {
  en: {
    title: "z-score of each gene",
    does: "Each feature to mean 0 and standard deviation 1 over the samples",
    says: "z-scores of each of the {noun}",
    infinite:
      "Step {step}: {features} {features|feature holds an infinite value and has|features hold infinite values and have} no mean, the first {feature} ({value} in {sample}): all its values are missing from here on.",
    constant:
      "Step {step}: {n} of {all} rows ({noun}) {n|does|do} not vary between the samples: what would be {n|its|their} z-scores (NaN in R) stands as 0. The step “Most variable genes” before it leaves {n|it|them} out.",
    "one-sample":
      "The matrix has one sample, and a z-score tells where a sample stands among others. Take a matrix of several samples, or take this step out.",
  },
  ru: {
    title: "z-оценка каждого гена",
    does: "Каждый признак приводит к среднему 0 и стандартному отклонению 1 по образцам",
    says: "z-оценки для каждого из {noun}",
    infinite:
      "Шаг {step}: признаков с бесконечными значениями — {features}, первый — {feature} ({value} в {sample}). Среднего у них нет, и дальше все их значения пропущены.",
    constant:
      "Шаг {step}: строк ({noun}), которые не меняются от образца к образцу: {n} из {all}. Их z-оценки не определены (в R — NaN) и записаны как 0. Чтобы их не было, поставьте раньше шаг «Самые изменчивые гены».",
    "one-sample":
      "В матрице один образец, а z-оценка показывает, где образец стоит среди других. Возьмите матрицу с несколькими образцами или уберите этот шаг.",
  },
});
