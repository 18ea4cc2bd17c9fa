// What is said of UMAP.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("embedding-umap", {
  en: {
    title: "UMAP",
    does: "Rows that are near on the map are alike. How far groups stand from each other, and how large they are, tells little.",
    neighbours: "Neighbours",
    metric: "Distance",
    "metric-euclidean": "Euclidean",
    "metric-cosine": "cosine",
    "metric-correlation": "correlation",
    "least-distance": "Least distance",
    spread: "Spread",
    epochs: "Rounds",
    "epochs-usual": "by the rows",
    seed: "Seed",
    "too-many-neighbours":
      "Of {rows} {rows|row|rows} none has {neighbours} neighbours, itself among them. Take at most {rows}, or more rows.",
    "too-few-rows": "A map of {rows} {rows|row|rows} shows nothing. Take at least 4.",
  },
  ru: {
    title: "UMAP",
    does: "Строки, которые на карте рядом, похожи. Расстояния между группами и их размер говорят мало.",
    neighbours: "Соседей",
    metric: "Расстояние",
    "metric-euclidean": "евклидово",
    "metric-cosine": "косинусное",
    "metric-correlation": "по корреляции",
    "least-distance": "Наименьшее расстояние",
    spread: "Размах",
    epochs: "Проходов",
    "epochs-usual": "по числу строк",
    seed: "Зерно",
    "too-many-neighbours":
      "Строк всего {rows}, и ни у одной нет {neighbours} {neighbours|соседа|соседей|соседей}, считая её саму. Возьмите не больше {rows} или больше строк.",
    "too-few-rows": "Карта из {rows} {rows|строки|строк|строк} ничего не показывает. Возьмите хотя бы 4.",
  },
});
