// What the screen calls cells of this kind, its tasks in the add menu, and what such a cell waits for.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("kind-contrast", {
  en: {
    title: "Contrast",
    contrast: "Compare groups of an expression model",
    "contrast-line": "Fold changes and adjusted p values of each feature: Day 8 against Day 0",
    "contrast-words":
      "contrast compare groups fold change p value padj significant genes volcano ma results topTable differential",
    "needs-from": "Choose an expression model.",
    "needs-contrasts": "Choose what is compared.",
  },
  ru: {
    title: "Контраст",
    contrast: "Сравнить группы по модели экспрессии",
    "contrast-line": "Кратности изменений и поправленные p каждого признака: день 8 против дня 0",
    "contrast-words": "контраст сравнить группы кратность p-значение значимые гены вулкан результаты дифференциальная",
    "needs-from": "Выберите модель экспрессии.",
    "needs-contrasts": "Выберите, что сравнивается.",
  },
});
