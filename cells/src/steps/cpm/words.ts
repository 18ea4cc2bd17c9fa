// What is said of the step cpm.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-cpm", {
  en: { title: "Counts per million", says: "counts per million" },
  ru: { title: "Прочтения на миллион (CPM)", says: "прочтения на миллион (CPM)" },
});
