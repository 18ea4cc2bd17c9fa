// What people call the report.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("report-feature-points", {
  en: { title: "Numbers of pictures" },
  ru: { title: "Числа для рисунков" },
});
