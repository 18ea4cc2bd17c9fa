// What people call the report.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("report-fitted-axes", {
  en: { title: "Fitted axes" },
  ru: { title: "Найденные оси" },
});
