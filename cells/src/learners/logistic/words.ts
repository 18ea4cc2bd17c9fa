// What is said of logistic regression.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("logistic", {
  en: {
    title: "logistic regression",
    does: "predicts {target} of {from} with logistic regression; {how}",
    importance: "by the weight of one standard deviation of a feature",
    standardise: "Standardise features",
    "not-converged": "The optimiser stopped after {iterations} iterations before it converged: the weights are approximate.",
  },
  ru: {
    title: "логистическая регрессия",
    does: "предсказывает {target} по {from} логистической регрессией; {how}",
    importance: "по весу одного стандартного отклонения признака",
    standardise: "Стандартизовать признаки",
    "not-converged": "Оптимизация остановилась после {iterations} шагов, не сойдясь: веса приближённые.",
  },
});
