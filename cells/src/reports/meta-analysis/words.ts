// What people call the report.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("report-meta-analysis", {
  en: { title: "What the studies say together" },
  ru: { title: "Что исследования говорят вместе" },
});
