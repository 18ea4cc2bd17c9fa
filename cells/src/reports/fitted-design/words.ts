// What people call the report.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("report-fitted-design", {
  en: { title: "Fitted design" },
  ru: { title: "План модели" },
});
