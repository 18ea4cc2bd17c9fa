// What people call the report.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("report-power", {
  en: { title: "What a study needs" },
  ru: { title: "Что нужно исследованию" },
});
