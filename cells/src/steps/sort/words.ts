// What is said of the step sort.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-sort", {
  en: {
    title: "Sort",
    does: "Sorts rows; equal ones keep their order, missing values come last",
    says: "sorts by {by}",
    by: "by",
    "largest-first": "largest first",
  },
  ru: {
    title: "Сортировать",
    does: "Сортирует строки; равные остаются в своём порядке, пропуски идут в конце",
    says: "сортирует по {by}",
    by: "по",
    "largest-first": "сначала большие",
  },
});
