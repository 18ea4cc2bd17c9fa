// What people call it.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("report-read-quality", {
  en: { title: "Quality of reads" },
  ru: { title: "Качество прочтений" },
});
