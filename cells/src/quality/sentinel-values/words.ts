// What is said of the rule sentinel-values.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("quality-sentinel-values", {
  en: {
    title: "Numbers that stand for missing",
    does: "Numbers such as -9, 99, 999 and 9999 that stand apart from all others of their column: programs and forms write them where nothing was measured",
    gap: "apart by so many times the range",
    least: "rows at least",
    none: "There is no column of numbers.",
    stands:
      "{column}: {value} stands in {n} {n|row|rows} ({percent}) and far from all others ({from} to {to}): it seems to mean that nothing was measured",
  },
  ru: {
    title: "Числа вместо пропусков",
    does: "Числа вроде -9, 99, 999 и 9999, стоящие отдельно от остальных в столбце: программы и анкеты пишут их там, где ничего не измерено",
    gap: "дальше от остальных, чем столько размахов",
    least: "строк не меньше",
    none: "Нет столбца чисел.",
    stands:
      "{column}: {value} стоит в строках ({n}, {percent}) далеко от всех остальных (от {from} до {to}): похоже, это значит, что ничего не измерено",
  },
});
