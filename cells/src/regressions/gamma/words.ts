// What is said of the family.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("regression-gamma", {
  en: {
    title: "Gamma",
    does: "Numbers above 0 whose spread grows with their mean (concentrations, times): by how much the mean is multiplied",
  },
  ru: {
    title: "Гамма",
    does: "Числа больше 0, разброс которых растёт со средним (концентрации, времена): во сколько раз растёт среднее",
  },
});
