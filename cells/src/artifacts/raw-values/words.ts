// What is doubtful where a matrix is taken as it was measured, on no logarithmic scale.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("raw-values", {
  en: {
    counts:
      "The matrix holds raw counts: how deep each sample was sequenced, and the few features with the most reads, decide what is seen here. Take log-CPM first.",
    linear:
      "The values of the matrix are no logarithms and range widely: the few features with the largest values decide what is seen here. Take the logarithm first.",
    "take-log-cpm": "Take log-CPM",
    linked:
      "Of {n} pairs of neighbouring sites {share} go together (r² above 0.2), so that components may tell of stretches of the genome instead of people; prune linked sites first",
    "take-prune": "Prune linked sites first",
    "take-log": "Take the logarithm",
  },
  ru: {
    counts:
      "В матрице исходные прочтения: картину определяют глубина секвенирования образцов и немногие признаки с наибольшим числом прочтений. Сначала перейдите к log-CPM.",
    linear:
      "Значения матрицы не логарифмированы и различаются на порядки: картину определяют немногие признаки с наибольшими значениями. Сначала возьмите логарифм.",
    "take-log-cpm": "Взять log-CPM",
    linked:
      "Из {n} пар соседних сайтов {share} меняются вместе (r² выше 0,2), и компоненты могут говорить об участках генома, а не о людях; сначала проредите сцепленные сайты",
    "take-prune": "Сначала проредить сцепленные сайты",
    "take-log": "Взять логарифм",
  },
});
