// What the screen calls cells of this kind, its tasks in the add menu, and what such a cell waits for.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("kind-survival", {
  en: {
    title: "Survival",
    survival: "Compare survival",
    "survival-line": "Kaplan-Meier curves with the numbers at risk, log-rank test, hazard ratios of a Cox model",
    "survival-words":
      "survival kaplan meier km curve log-rank logrank cox proportional hazards hazard ratio hr follow-up overall progression free os pfs time to event censored forest",
    "needs-from": "Choose a table with follow-up: a time, and whether the event happened.",
  },
  ru: {
    title: "Выживаемость",
    survival: "Сравнить выживаемость",
    "survival-line": "Кривые Каплана — Мейера с числом под наблюдением, лог-ранговый критерий, отношения рисков модели Кокса",
    "survival-words":
      "выживаемость каплан мейер кривая лог-ранг логранк кокс риски отношение рисков наблюдение время до события цензурирование",
    "needs-from": "Выберите таблицу с наблюдением: время и было ли событие.",
  },
});
