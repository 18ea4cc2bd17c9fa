// What the screen calls cells of this kind, its tasks in the add menu, and what such a cell waits for.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("kind-meta-analysis", {
  en: {
    title: "Meta-analysis",
    "meta-analysis": "Put results of several studies together",
    "meta-analysis-line": "One estimate out of those of several labs, with alleles aligned, heterogeneity and a forest plot",
    "meta-analysis-words":
      "meta-analysis meta analysis studies labs pooled effect fixed random dersimonian laird reml heterogeneity forest plot cochran q i2 tau gwas summary metafor metal",
    "needs-studies": "Choose the tables of the studies.",
  },
  ru: {
    title: "Мета-анализ",
    "meta-analysis": "Сложить результаты нескольких исследований",
    "meta-analysis-line": "Одна оценка из оценок нескольких лабораторий: аллели выровнены, неоднородность, лесной график",
    "meta-analysis-words":
      "мета-анализ метаанализ исследования лаборатории общий эффект фиксированный случайный дерсимонян лэрд reml неоднородность лесной график кокрен i2 тау",
    "needs-studies": "Выберите таблицы исследований.",
  },
});
