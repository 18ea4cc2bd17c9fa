// What is doubtful where a matrix is taken as it was measured, on no logarithmic scale.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("raw-values", {
  en: {
    counts:
      "The matrix holds raw counts: how deep each sample was sequenced, and the few features with the most reads, decide what is seen here. Take log-CPM first.",
    linear:
      "The values of the matrix are no logarithms and range widely: the few features with the largest values decide what is seen here. Take the logarithm first.",
    "take-log-cpm": "Take log-CPM",
    "take-log": "Take the logarithm",
  },
  ru: {
    counts:
      "В матрице исходные прочтения: картину определяют глубина секвенирования образцов и немногие признаки с наибольшим числом прочтений. Сначала перейдите к log-CPM.",
    linear:
      "Значения матрицы не логарифмированы и различаются на порядки: картину определяют немногие признаки с наибольшими значениями. Сначала возьмите логарифм.",
    "take-log-cpm": "Взять log-CPM",
    "take-log": "Взять логарифм",
  },
});
