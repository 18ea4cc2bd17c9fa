// What is said of the step highly-variable.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-highly-variable", {
  en: {
    title: "Highly variable genes",
    does: "Keeps the features that vary more than others of their mean (Seurat's rule, version 3: “vst”), of counts",
    says: "the {count} {noun} that vary most for their mean",
    "how-many": "how many",
    "one-sample": "The matrix has one sample, in which nothing varies. Take a matrix of several samples, or take this step out.",
    "of-cpm":
      "Step {step}: the rule is made for counts, and the values are counts per million. Put this step before the one that made them.",
    missing: "Step {step}: {n} {n|value is|values are} missing and left out of means and variances.",
    "too-alike":
      "{n} of {all} rows ({noun}) vary, and too few, or too many with one mean, to say how much is usual for a mean. Leave out those that are nearly always 0 first, or take the step Most variable genes.",
    "constant-too": "Step {step}: only {n} rows ({noun}) vary, and {wanted} are kept: others that do not vary are among them.",
    menu: "Highly variable genes",
    "menu-line": "Keeps the genes that vary more than others of their mean (Seurat)",
    "menu-words": "hvg highly variable features seurat vst scanpy single cell select",
  },
  ru: {
    title: "Высоковариабельные гены",
    does: "Оставляет признаки, которые меняются сильнее других с тем же средним (правило Seurat 3, «vst»), по прочтениям",
    says: "{count} {noun}, которые меняются сильнее всего для своего среднего",
    "how-many": "сколько",
    "one-sample": "В матрице один образец, и меняться нечему. Возьмите матрицу с несколькими образцами или уберите этот шаг.",
    "of-cpm":
      "Шаг {step}: правило рассчитано на прочтения, а здесь прочтения на миллион. Поставьте этот шаг раньше того, который их посчитал.",
    missing: "Шаг {step}: пропущенных значений: {n}; в средних и дисперсиях они не учтены.",
    "too-alike":
      "Строк ({noun}), которые меняются: {n} из {all}; их слишком мало или у слишком многих одно среднее, и обычную для среднего дисперсию не оценить. Сначала уберите те, где почти всегда 0, или возьмите шаг «Самые изменчивые гены».",
    "constant-too": "Шаг {step}: меняются только {n} строк ({noun}), а остаётся {wanted}: среди них и те, что не меняются.",
    menu: "Высоковариабельные гены",
    "menu-line": "Оставляет гены, которые меняются сильнее других с тем же средним (Seurat)",
    "menu-words": "hvg изменчивые признаки seurat vst scanpy клетки отбор",
  },
});
