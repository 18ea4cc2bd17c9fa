// What people call the report.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("report-test", {
  en: { title: "What the tests found" },
  ru: { title: "Что показали критерии" },
});
