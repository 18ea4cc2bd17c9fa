// What the screen calls cells of this kind, its tasks in the add menu, and what such a cell waits for.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("kind-cluster", {
  en: {
    title: "Clusters",
    cluster: "Find clusters",
    "cluster-line": "Which rows or samples belong together, into how many groups, and how well these are apart",
    "cluster-words":
      "cluster k-means kmeans hierarchical dendrogram gaussian mixture dbscan leiden louvain communities silhouette gap groups single cell subtypes",
    "needs-from": "Choose a table or a matrix.",
  },
  ru: {
    title: "Кластеры",
    cluster: "Найти кластеры",
    "cluster-line": "Какие строки или образцы держатся вместе, на сколько групп они делятся и насколько те раздельны",
    "cluster-words":
      "кластеры кластеризация k-средних иерархическая дендрограмма смесь гауссианов dbscan лейден лувен сообщества силуэт группы клетки подтипы",
    "needs-from": "Выберите таблицу или матрицу.",
  },
});
