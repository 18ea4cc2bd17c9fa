// What is said of the step log-normalise.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-log-normalise", {
  en: {
    title: "Log-normalise",
    does: "ln(1 + factor * count / sum of the sample's counts), as Seurat and scanpy do",
    says: "ln(1 + {factor} * count / sum of the sample)",
    factor: "counts of a sample",
    menu: "Log-normalise",
    "menu-line": "Counts of each sample to one sum, natural logarithm: Seurat and scanpy",
    "menu-words": "normalise normalize seurat scanpy lognormalize log1p single cell library size",
  },
  ru: {
    title: "Логарифм нормированных прочтений",
    does: "ln(1 + множитель * прочтения / их сумма по образцу), как в Seurat и scanpy",
    says: "ln(1 + {factor} * прочтения / их сумма по образцу)",
    factor: "прочтений на образец",
    menu: "Логарифм нормированных прочтений",
    "menu-line": "Приводит прочтения образцов к одной сумме, натуральный логарифм: Seurat и scanpy",
    "menu-words": "нормализация seurat scanpy lognormalize log1p клетки размер библиотеки",
  },
});
