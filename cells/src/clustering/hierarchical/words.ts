// What is said of hierarchical clustering.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("cluster-hierarchical", {
  en: {
    title: "Hierarchical",
    does: "A tree of merges that shows which clusters are near each other, cut where it is asked.",
    linkage: "Linkage",
    ward: "Ward",
    average: "average",
    complete: "complete",
    single: "single",
    distance: "Distance",
    euclidean: "Euclidean",
    manhattan: "Manhattan",
    pearson: "Pearson",
    spearman: "Spearman",
  },
  ru: {
    title: "Иерархическая",
    does: "Дерево слияний, по которому видно, какие кластеры близки, разрезанное там, где нужно.",
    linkage: "Связь",
    ward: "Уорд",
    average: "средняя",
    complete: "полная",
    single: "одиночная",
    distance: "Расстояние",
    euclidean: "евклидово",
    manhattan: "манхэттенское",
    pearson: "Пирсон",
    spearman: "Спирмен",
  },
});
