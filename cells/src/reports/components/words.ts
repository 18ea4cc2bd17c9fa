// What people call it.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("report-components", {
  en: { title: "Variance" },
  ru: { title: "Доли дисперсии" },
});
