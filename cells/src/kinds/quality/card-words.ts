// What the screen calls cells of this kind, its tasks in the add menu, and what such a cell waits for.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("kind-quality", {
  en: {
    title: "Quality",
    quality: "Check the quality",
    "quality-line": "Which samples or columns fail, by which rule, and what to do",
    "quality-words":
      "qc quality control check the samples outliers sex check duplicates swaps batch library size mitochondria verdict missing values leakage imbalance labels clean",
    "needs-from": "Choose a matrix or a table.",
  },
  ru: {
    title: "Качество",
    quality: "Проверить качество",
    "quality-line": "Какие образцы или столбцы не годятся, по какому правилу и что делать",
    "quality-words":
      "контроль качества проверить образцы выбросы пол дубликаты подмены партия размер библиотеки митохондрии пропуски утечка дисбаланс метки",
    "needs-from": "Выберите матрицу или таблицу.",
  },
});
