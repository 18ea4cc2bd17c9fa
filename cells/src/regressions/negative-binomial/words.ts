// What is said of the family.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("regression-negative-binomial", {
  en: {
    title: "Negative binomial",
    does: "Counts that vary more than chance alone makes them: by how much their rate grows, with the spread estimated from the data",
  },
  ru: {
    title: "Отрицательная биномиальная",
    does: "Счёт, который колеблется сильнее, чем велит один случай: во сколько раз растёт частота; разброс оценён по данным",
  },
});
