// What the screen calls cells of this kind, its tasks in the add menu, and what such a cell waits for.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("kind-quality", {
  en: {
    title: "Quality",
    quality: "Check the quality",
    "quality-line": "Which samples or columns fail, by which rule, and what to do",
    "quality-words":
      "qc quality control check the samples outliers sex check duplicates swaps batch library size mitochondria verdict missing values leakage imbalance labels clean",
    prepare: "Prepare…",
    "prepare-line": "One chain of steps for what the data are for, each with its reason and a switch",
    "prepare-words":
      "prepare preprocess clean ready outliers missing values scale encode normalise split pipeline chain wizard automatic goal explore compare predict",
    "needs-from": "Choose a matrix or a table.",
  },
  ru: {
    title: "Качество",
    quality: "Проверить качество",
    "quality-line": "Какие образцы или столбцы не годятся, по какому правилу и что делать",
    "quality-words":
      "контроль качества проверить образцы выбросы пол дубликаты подмены партия размер библиотеки митохондрии пропуски утечка дисбаланс метки",
    prepare: "Подготовить…",
    "prepare-line": "Одна цепочка шагов под вашу цель, каждый с причиной и выключателем",
    "prepare-words":
      "подготовить предобработка очистить выбросы пропуски масштаб кодирование нормировать разбиение цепочка автоматически цель",
    "needs-from": "Выберите матрицу или таблицу.",
  },
});
