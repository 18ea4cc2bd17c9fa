// What the screen calls cells of this kind, its tasks in the add menu, and what such a cell waits for.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("kind-transform", {
  en: {
    title: "Filter and transform",
    transform: "Other transform",
    "transform-line": "Sort, group, pivot, rename, rank, z-score …",
    "transform-words":
      "sort, group and summarise, pivot, reshape, fold, melt: columns to rows, rows to columns; rename or choose columns, genes, features; ranks, rank, zscore, z-score of each gene, counts per million, logarithm; drop repeated rows, distinct; fill missing values, drop rows with missing values; first rows, head, draw rows at random, sample; most variable genes; annotate samples, as a table",
    "needs-from": "Choose a table or a matrix.",
    "needs-steps": "Add a step.",
    "needs-steps.value": "Enter a value for the condition.",
  },
  ru: {
    title: "Преобразование",
    transform: "Другое преобразование",
    "transform-line": "Сортировка, группы, сводная, ранги, z-оценка …",
    "transform-words":
      "сортировать, сгруппировать и свести, группировать, сводная: столбцы в строки, строки в столбцы; переименовать или выбрать столбцы, гены; ранги, ранжировать, z-оценка каждого гена, прочтения на миллион (CPM), логарифм; убрать повторы; заполнить пропуски, убрать строки с пропусками; первые строки, случайные строки; самые изменчивые гены; описать образцы, сделать таблицей",
    "needs-from": "Выберите таблицу или матрицу.",
    "needs-steps": "Добавьте шаг.",
    "needs-steps.value": "Введите значение для условия.",
  },
});
