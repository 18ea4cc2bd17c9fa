// What the screen calls cells of this kind, its tasks in the add menu, and what such a cell waits for.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("kind-differential", {
  en: {
    title: "Expression model",
    differential: "Fit an expression model",
    "differential-line": "Which features differ between groups: the model that contrasts are asked of",
    "differential-words":
      "differential expression deseq2 limma voom edger fold change design formula genes differ model counts rna-seq de dge",
    "needs-from": "Choose a matrix of counts.",
    "needs-design": "Write the design: which columns of the samples the model takes.",
  },
  ru: {
    title: "Модель экспрессии",
    differential: "Подобрать модель экспрессии",
    "differential-line": "Какие признаки различаются между группами: модель, о которой спрашивают контрасты",
    "differential-words":
      "дифференциальная экспрессия deseq2 limma voom edger кратность план формула гены различия модель прочтения рнк",
    "needs-from": "Выберите матрицу прочтений.",
    "needs-design": "Напишите план: какие столбцы образцов входят в модель.",
  },
});
