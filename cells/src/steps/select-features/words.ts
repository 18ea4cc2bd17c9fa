// What is said of the step select-features.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-select-features", {
  en: {
    title: "Choose genes",
    does: "Keeps or drops features by id",
    "says-keep": "keeps the {noun} {features}",
    "says-drop": "leaves out the {noun} {features}",
    "says-of": "keeps the {noun} chosen in {name}",
    which: "which",
    these: "these",
    features: "genes",
    missing: "Step {step}: no {noun} {feature} in the data. Check its name.",
    near: "Step {step}: no {noun} {feature} in the data. Near: {near}.",
  },
  ru: {
    title: "Выбрать гены",
    does: "Оставляет или убирает признаки по именам",
    "says-keep": "оставляет из {noun} {features}",
    "says-drop": "убирает из {noun} {features}",
    "says-of": "оставляет из {noun} выбранное в {name}",
    which: "какие",
    these: "эти",
    features: "гены",
    missing: "Шаг {step}: в данных нет {feature}. Проверьте название.",
    near: "Шаг {step}: в данных нет {feature}. Похоже на: {near}.",
  },
  formerly: { "transform.feature-missing": "missing", "transform.feature-near": "near" },
});
