// What people call the report.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("report-fitted-features", {
  en: { title: "Fitted model" },
  ru: { title: "Подобранная модель" },
});
