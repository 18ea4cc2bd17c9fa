// What people call it.

import { defineWords } from "../../../messages/define-words.ts";

export const words = defineWords("artifact-report", {
  en: { name: "report" },
  ru: { name: "отчёт" },
});
