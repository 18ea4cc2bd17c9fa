// What people call the report.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("report-association", {
  en: { title: "What the association found" },
  ru: { title: "Что показала ассоциация" },
});
