// What is said of the family.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("regression-linear", {
  en: {
    title: "Linear",
    does: "A number that goes up by as much for each step of a column, and differs by as much between groups: least squares",
  },
  ru: {
    title: "Линейная",
    does: "Число, которое на каждый шаг столбца меняется одинаково и одинаково различается между группами: наименьшие квадраты",
  },
});
