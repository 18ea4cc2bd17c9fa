// What the screen calls cells of this kind, its tasks in the add menu, and what such a cell waits for.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("kind-reduce", {
  en: {
    title: "PCA and maps",
    pca: "PCA of samples",
    "pca-line": "Shows which samples are alike",
    "pca-words": "principal components reduce dimension cluster umap embedding",
    map: "Map of samples or cells (UMAP, t-SNE)",
    "map-line": "Draws what is alike near each other",
    "map-words": "umap tsne t-sne mds multidimensional scaling embedding dimension",
    "needs-from": "Choose a table or a matrix.",
  },
  ru: {
    title: "PCA и карты",
    pca: "PCA образцов",
    "pca-line": "Показывает, какие образцы похожи",
    "pca-words": "главные компоненты снижение размерности кластеры",
    map: "Карта образцов или клеток (UMAP, t-SNE)",
    "map-line": "Рисует похожее рядом",
    "map-words": "umap tsne t-sne mds многомерное шкалирование снижение размерности",
    "needs-from": "Выберите таблицу или матрицу.",
  },
});
