// What people call the report.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("report-enrichment", {
  en: { title: "What the gene sets say" },
  ru: { title: "Что говорят наборы генов" },
});
