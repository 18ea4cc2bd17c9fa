// What people call the report.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("report-survival", {
  en: { title: "Survival" },
  ru: { title: "Выживаемость" },
});
