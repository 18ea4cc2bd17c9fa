// What is said of the step use-layer.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-use-layer", {
  en: {
    title: "Use another layer",
    does: "Computes with a layer of the matrix in place of its values, which become a layer",
    says: "computes with the layer {layer}",
    layer: "layer",
    choose: "choose a layer",
    "no-layer": "Step {step}: the matrix has no layer {layer}. It has: {available}. Choose one of them.",
    "no-layers": "Step {step}: the matrix has no layers, only its values. Take this step out.",
  },
  ru: {
    title: "Взять другой слой",
    does: "Считает по слою матрицы вместо её значений; они становятся слоем",
    says: "считает по слою {layer}",
    layer: "слой",
    choose: "выберите слой",
    "no-layer": "Шаг {step}: у матрицы нет слоя {layer}. Есть: {available}. Выберите один из них.",
    "no-layers": "Шаг {step}: у матрицы нет слоёв, только значения. Уберите этот шаг.",
  },
});
