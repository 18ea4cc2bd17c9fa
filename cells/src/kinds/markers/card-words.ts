// What the screen calls cells of this kind, its tasks in the add menu, and what such a cell waits for.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("kind-markers", {
  en: {
    title: "Markers",
    markers: "Find markers of groups",
    "markers-line": "Which genes tell each cluster or cell type from all others, by AUC, with a dot plot",
    "markers-words": "marker genes cluster cell type wilcoxon auc dot plot dotplot single cell seurat scanpy findmarkers",
    "needs-from": "Choose a matrix.",
    "needs-by": "Choose the column of the groups.",
  },
  ru: {
    title: "Маркеры",
    markers: "Найти маркеры групп",
    "markers-line": "Какие гены отличают каждый кластер или тип клеток от прочих, по AUC, с точечной картой",
    "markers-words": "маркеры гены кластер тип клеток вилкоксон auc точечная карта клетки",
    "needs-from": "Выберите матрицу.",
    "needs-by": "Выберите столбец групп.",
  },
});
