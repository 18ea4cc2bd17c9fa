// What is said of k-means.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("cluster-k-means", {
  en: {
    title: "k-means",
    does: "Round clusters of like width around their means. Fast; far values pull the means.",
    starts: "Starts",
  },
  ru: {
    title: "k-средних",
    does: "Круглые кластеры сходной ширины вокруг средних. Быстро; далёкие значения сдвигают средние.",
    starts: "Начал",
  },
});
