// What the screen calls cells of this kind, its tasks in the add menu, and what such a cell waits for.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("kind-reduce", {
  en: {
    title: "PCA",
    pca: "PCA of samples",
    "pca-line": "Shows which samples are alike",
    "pca-words": "principal components reduce dimension cluster umap embedding",
    "needs-from": "Choose a table or a matrix.",
  },
  ru: {
    title: "PCA",
    pca: "PCA образцов",
    "pca-line": "Показывает, какие образцы похожи",
    "pca-words": "главные компоненты снижение размерности кластеры",
    "needs-from": "Выберите таблицу или матрицу.",
  },
});
