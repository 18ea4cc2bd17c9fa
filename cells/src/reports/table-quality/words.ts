// What people call the report.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("report-table-quality", {
  en: { title: "Quality of a table" },
  ru: { title: "Качество таблицы" },
});
