// What the screen calls cells of this kind, its tasks in the add menu, and what such a cell waits for.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("kind-quality", {
  en: {
    title: "Quality",
    quality: "Check the samples",
    "quality-line": "Which samples fail, by which rule, and what to do",
    "quality-words": "qc quality control outliers sex check duplicates swaps batch library size mitochondria verdict",
    "needs-from": "Choose a matrix.",
  },
  ru: {
    title: "Качество",
    quality: "Проверить образцы",
    "quality-line": "Какие образцы не годятся, по какому правилу и что делать",
    "quality-words": "контроль качества выбросы пол дубликаты подмены партия размер библиотеки митохондрии",
    "needs-from": "Выберите матрицу.",
  },
});
