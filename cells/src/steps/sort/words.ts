// What is said of the step sort.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-sort", {
  en: { title: "Sort", says: "sorts by {by}", by: "by", "largest-first": "largest first" },
  ru: { title: "Сортировать", says: "сортирует по {by}", by: "по", "largest-first": "сначала большие" },
});
