// What is said of Leiden.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("cluster-leiden", {
  en: {
    title: "Leiden",
    does: "Communities of nearest neighbours, of whatever form: what is usual for single cells, and quick for many rows.",
    neighbours: "Neighbours",
    metric: "Distance",
    euclidean: "Euclidean",
    cosine: "cosine",
    correlation: "correlation",
    weights: "Weights",
    umap: "as UMAP (scanpy)",
    jaccard: "shared (Seurat)",
  },
  ru: {
    title: "Leiden",
    does: "Сообщества ближайших соседей любой формы: обычный путь для отдельных клеток, быстро и для многих строк.",
    neighbours: "Соседей",
    metric: "Расстояние",
    euclidean: "евклидово",
    cosine: "косинусное",
    correlation: "корреляция",
    weights: "Веса",
    umap: "как в UMAP (scanpy)",
    jaccard: "общие (Seurat)",
  },
});
