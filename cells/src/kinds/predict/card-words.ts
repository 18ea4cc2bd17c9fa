// What the screen calls cells of this kind, its tasks in the add menu, and what such a cell waits for.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("kind-predict", {
  en: {
    title: "Predict",
    predict: "Predict",
    "predict-line": "Uses a trained model, or an ONNX file, on new data",
    "predict-words": "apply score inference onnx classify",
    "needs-model": "Choose a model.",
    "needs-from": "Choose a table or a matrix.",
  },
  ru: {
    title: "Предсказание",
    predict: "Предсказать",
    "predict-line": "Применяет модель или файл ONNX к новым данным",
    "predict-words": "применить модель вывод",
    "needs-model": "Выберите модель.",
    "needs-from": "Выберите таблицу или матрицу.",
  },
});
