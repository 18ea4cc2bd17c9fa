// What people call the report.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("report-markers", {
  en: { title: "Markers" },
  ru: { title: "Маркеры" },
});
