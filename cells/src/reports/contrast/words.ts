// What people call the report.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("report-contrast", {
  en: { title: "What was found" },
  ru: { title: "Что найдено" },
});
