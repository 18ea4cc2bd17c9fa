// What the screen calls cells of this kind, its tasks in the add menu, and what such a cell waits for.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("kind-train", {
  en: {
    title: "Train",
    train: "Train",
    "train-line": "Random forest, logistic regression, naive Bayes; validated",
    "train-words":
      "model machine learning classify classifier random forest logistic regression naive bayes gaussian fit cross-validated",
    "needs-from": "Choose a table or a matrix.",
    "needs-target": "Choose what to predict.",
  },
  ru: {
    title: "Обучение",
    train: "Обучить",
    "train-line": "Случайный лес, логистическая регрессия, наивный Байес; с проверкой",
    "train-words": "модель машинное обучение классификация наивный байесовский классификатор",
    "needs-from": "Выберите таблицу или матрицу.",
    "needs-target": "Выберите, что предсказывать.",
  },
});
