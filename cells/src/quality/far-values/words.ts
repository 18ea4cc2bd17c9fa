// What is said of the rule far-values.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("quality-far-values", {
  en: {
    title: "Far values",
    does: "Numbers far from the others of their column, in MADs from the median (of logarithms, where these are less skewed): mistakes of typing and of units lie far off",
    beyond: "counted beyond (MAD)",
    none: "There is no column of numbers of which half differ.",
    far: "{column}: {n} {n|value lies|values lie} more than {beyond} MADs from the median; the farthest, {far}, by {value}, more than {threshold}",
    "far-logs":
      "{column}: {n} {n|value lies|values lie} more than {beyond} MADs from the median of logarithms; the farthest, {far}, by {value}, more than {threshold}",
  },
  ru: {
    title: "Далёкие значения",
    does: "Числа, далёкие от остальных в столбце, в MAD от медианы (логарифмов, если они менее скошены): опечатки и ошибки единиц лежат далеко",
    beyond: "считаются дальше (MAD)",
    none: "Нет столбца чисел, половина которых различна.",
    far: "{column}: значений дальше {beyond} MAD от медианы {n}; самое далёкое, {far}, — на {value}, больше {threshold}",
    "far-logs":
      "{column}: значений дальше {beyond} MAD от медианы логарифмов {n}; самое далёкое, {far}, — на {value}, больше {threshold}",
  },
});
