// What the screen calls cells of this kind, and its task in the add menu.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("kind-power", {
  en: {
    title: "Power",
    power: "How many individuals?",
    "power-line": "Numbers of individuals, power, or the smallest effect that can be found",
    "power-words": "power analysis sample size how many replicates animals patients needed calculation effect size planning",
  },
  ru: {
    title: "Мощность",
    power: "Сколько нужно особей?",
    "power-line": "Объём выборки, мощность или наименьший эффект, который можно найти",
    "power-words":
      "мощность критерия объём выборки размер выборки сколько нужно повторов животных пациентов расчёт эффект планирование",
  },
});
