// What is said of multidimensional scaling.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("embedding-mds", {
  en: {
    title: "MDS",
    does: "Distances on the map are those between the rows, as nearly as so few axes can show them.",
    model: "Model",
    "model-classical": "classical",
    "model-stress": "metric (stress)",
    "model-order": "non-metric (order)",
    distance: "Distance",
    "distance-euclidean": "Euclidean",
    "distance-manhattan": "Manhattan",
    "distance-correlation": "correlation",
    "distance-cosine": "cosine",
    "too-few-rows": "A map of {rows} {rows|row|rows} shows nothing. Take at least 3.",
    "too-many-rows":
      "Scaling compares each row with each other one, and {rows} are too many ({most} at most). Take PCA, UMAP or t-SNE, or a sample of the rows.",
    "all-alike": "All {rows} {rows|row|rows} are at one place: there is no distance to draw. Check the step before.",
  },
  ru: {
    title: "MDS",
    does: "Расстояния на карте — это расстояния между строками, насколько их передают несколько осей.",
    model: "Модель",
    "model-classical": "классическая",
    "model-stress": "метрическая (стресс)",
    "model-order": "неметрическая (порядок)",
    distance: "Расстояние",
    "distance-euclidean": "евклидово",
    "distance-manhattan": "манхэттенское",
    "distance-correlation": "по корреляции",
    "distance-cosine": "косинусное",
    "too-few-rows": "Карта из {rows} {rows|строки|строк|строк} ничего не показывает. Возьмите хотя бы 3.",
    "too-many-rows":
      "Здесь сравнивается каждая строка с каждой, и {rows} — слишком много (не больше {most}). Возьмите PCA, UMAP, t-SNE или выборку строк.",
    "all-alike": "Все строки ({rows}) в одной точке: расстояний нет. Проверьте предыдущий шаг.",
  },
});
