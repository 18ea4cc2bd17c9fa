// What people call the report.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("report-fitted-chain", {
  en: { title: "Fitted steps" },
  ru: { title: "Обученные шаги" },
});
