// What people call it.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("report-steps", {
  en: { title: "Steps" },
  ru: { title: "Шаги" },
});
