// What is said of the family.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("regression-poisson", {
  en: {
    title: "Poisson",
    does: "Counts (cells, colonies, events): by how much their rate grows. Right where counts vary as much as chance alone makes them",
  },
  ru: {
    title: "Пуассоновская",
    does: "Счёт (клеток, колоний, событий): во сколько раз растёт частота. Верна, когда счёт колеблется так, как велит один случай",
  },
});
