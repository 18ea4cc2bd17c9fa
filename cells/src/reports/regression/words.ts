// What people call the report.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("report-regression", {
  en: { title: "What the regression found" },
  ru: { title: "Что показала регрессия" },
});
