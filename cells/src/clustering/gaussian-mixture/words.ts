// What is said of mixtures.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("cluster-gaussian-mixture", {
  en: {
    title: "Gaussian mixture",
    does: "Clouds with widths and directions of their own; says how likely each row is of its cluster, and chooses their number by BIC.",
    spread: "Spread",
    full: "each its own",
    tied: "one of all",
    diag: "along the axes",
    spherical: "balls",
    starts: "Starts",
  },
  ru: {
    title: "Смесь гауссианов",
    does: "Облака со своей шириной и направлением; говорит, насколько строка принадлежит кластеру, и выбирает их число по BIC.",
    spread: "Разброс",
    full: "у каждого свой",
    tied: "один на всех",
    diag: "вдоль осей",
    spherical: "шары",
    starts: "Начал",
  },
});
