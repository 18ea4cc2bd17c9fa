// What the screen calls cells of this kind, its tasks in the add menu, and what such a cell waits for.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("kind-transform", {
  en: {
    title: "Filter and transform",
    "low-genes": "Filter low genes",
    "low-genes-line": "Keeps genes with enough reads in enough samples",
    "low-genes-words": "counts expression threshold filterByExpr drop keep low abundance features",
    "log-cpm": "Log-CPM",
    "log-cpm-line": "Counts per million, logarithm to base 2",
    "log-cpm-words": "normalise normalize logarithm library size tpm transform",
    "filter-rows": "Filter rows",
    "filter-rows-line": "Keeps rows (or samples) that meet a condition",
    "filter-rows-words": "where subset select keep drop condition query",
    "new-column": "New column",
    "new-column-line": "A formula over the other columns",
    "new-column-words": "derive mutate calculate compute formula expression",
    join: "Join",
    "join-line": "Brings two tables together by a common column",
    "join-words": "merge combine vlookup lookup annotate",
    transform: "Other transform",
    "transform-line": "Sort, group, pivot, rename, rank, z-score …",
    "transform-words":
      "sort, group and summarise, pivot, reshape, fold, melt: columns to rows, rows to columns; rename or choose columns, genes, features; ranks, rank, zscore, z-score of each gene, counts per million, logarithm; drop repeated rows, distinct; fill missing values, drop rows with missing values; first rows, head, draw rows at random, sample; most variable genes; annotate samples, as a table",
    "needs-from": "Choose a table or a matrix.",
    "needs-steps": "Add a step.",
  },
  ru: {
    title: "Преобразование",
    "low-genes": "Отбросить слабые гены",
    "low-genes-line": "Оставляет гены с достаточными счётами",
    "low-genes-words": "убрать порог экспрессия признаки отфильтровать",
    "log-cpm": "Log-CPM",
    "log-cpm-line": "Счёты на миллион, логарифм по основанию 2",
    "log-cpm-words": "нормализация логарифм размер библиотеки",
    "filter-rows": "Отобрать строки",
    "filter-rows-line": "Оставляет строки или образцы по условию",
    "filter-rows-words": "условие подмножество оставить удалить",
    "new-column": "Новый столбец",
    "new-column-line": "Формула по другим столбцам",
    "new-column-words": "вычислить формула",
    join: "Соединить",
    "join-line": "Объединяет две таблицы по общему столбцу",
    "join-words": "присоединить таблицу объединить слить впр",
    transform: "Другое преобразование",
    "transform-line": "Сортировка, группы, сводная, ранги, z-оценка …",
    "transform-words":
      "сортировать, сгруппировать и свести, группировать, сводная: столбцы в строки, строки в столбцы; переименовать или выбрать столбцы, гены; ранги, ранжировать, z-оценка каждого гена, прочтения на миллион (CPM), логарифм; убрать повторы; заполнить пропуски, убрать строки с пропусками; первые строки, случайные строки; самые изменчивые гены; описать образцы, сделать таблицей",
    "needs-from": "Выберите таблицу или матрицу.",
    "needs-steps": "Добавьте шаг.",
  },
});
