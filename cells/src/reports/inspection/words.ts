// What people call it.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("report-inspection", {
  en: { title: "What the file is" },
  ru: { title: "Что это за файл" },
});
