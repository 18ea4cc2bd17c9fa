// What is said of the step fold.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-fold", {
  en: {
    title: "Columns to rows",
    does: "Makes rows of columns, one of names and one of values",
    says: "folds {count} {count|column|columns} into rows",
    "names-into": "names into",
    "values-into": "values into",
  },
  ru: {
    title: "Столбцы в строки",
    does: "Превращает столбцы в строки: столбец имён и столбец значений",
    says: "сворачивает {count} {count|столбец|столбца|столбцов} в строки",
    "names-into": "имена в",
    "values-into": "значения в",
  },
});
