// What is said of the rule infinite-values.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("quality-infinite-values", {
  en: {
    title: "Infinite values",
    does: "Numbers that are infinite (a division by 0, the logarithm of 0): means, models and most steps refuse them",
    none: "There is no column of numbers.",
    infinite: "{column}: {n} infinite {n|value|values} ({percent}; fails above {threshold})",
  },
  ru: {
    title: "Бесконечные значения",
    does: "Бесконечные числа (деление на 0, логарифм 0): их не принимают средние, модели и большинство шагов",
    none: "Нет столбца чисел.",
    infinite: "{column}: бесконечных значений {n} ({percent}; не годится выше {threshold})",
  },
});
