// What is said of DBSCAN.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("cluster-dbscan", {
  en: {
    title: "DBSCAN",
    does: "Dense stretches of whatever form; rows that lie sparse are of no cluster. Few columns are best.",
    least: "Neighbours of a core",
  },
  ru: {
    title: "DBSCAN",
    does: "Плотные области любой формы; редкие строки не входят ни в один кластер. Лучше при немногих столбцах.",
    least: "Соседей у ядра",
  },
});
