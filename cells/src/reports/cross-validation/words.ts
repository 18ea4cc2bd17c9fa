// What people call it.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("report-cross-validation", {
  en: { title: "Validation" },
  ru: { title: "Проверка" },
});
