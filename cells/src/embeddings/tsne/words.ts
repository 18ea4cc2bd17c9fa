// What is said of t-SNE.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("embedding-tsne", {
  en: {
    title: "t-SNE",
    does: "Rows that are near on the map are alike. Distances between groups, and how dense and large they are, tell nothing.",
    perplexity: "Perplexity",
    theta: "Accuracy (theta)",
    "theta-usual": "by the rows",
    iterations: "Rounds",
    "perplexity-too-large":
      "A perplexity of {perplexity} needs more than three times as many rows, and there {rows|is|are} {rows}. Take {most} at most.",
    "too-few-rows": "A map of {rows} {rows|row|rows} shows nothing. Take at least 5.",
  },
  ru: {
    title: "t-SNE",
    does: "Строки, которые на карте рядом, похожи. Расстояния между группами, их плотность и размер не говорят ничего.",
    perplexity: "Перплексия",
    theta: "Точность (theta)",
    "theta-usual": "по числу строк",
    iterations: "Проходов",
    "perplexity-too-large": "Для перплексии {perplexity} нужно строк больше чем втрое, а их {rows}. Возьмите не больше {most}.",
    "too-few-rows": "Карта из {rows} {rows|строки|строк|строк} ничего не показывает. Возьмите хотя бы 5.",
  },
});
