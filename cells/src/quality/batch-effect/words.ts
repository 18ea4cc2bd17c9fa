// What is said of the rule batch-effect.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("quality-batch-effect", {
  en: {
    title: "Batch effect",
    does: "Share of what varies between samples that goes with the lab or the batch",
    "no-batch": "No column says the lab or the batch. Name it, where there is one.",
    "one-batch": "{column} is the same for all samples, or another for each.",
    explains: "{column} explains {value} of what varies; more than {threshold}. What is compared across it is compared with it",
    beside: "{column} explains {value} of what varies ({group} {beside}); more than {threshold}. Put it into the design",
  },
  ru: {
    title: "Эффект партии",
    does: "Какая доля изменчивости между образцами идёт вместе с лабораторией или партией",
    "no-batch": "Ни один столбец не называет лабораторию или партию. Укажите его, если он есть.",
    "one-batch": "В {column} у всех образцов одно значение или у каждого своё.",
    explains: "{column} объясняет {value} изменчивости; больше {threshold}. Сравнение поперёк него сравнивает и его",
    beside: "{column} объясняет {value} изменчивости ({group} — {beside}); больше {threshold}. Включите его в план",
  },
});
