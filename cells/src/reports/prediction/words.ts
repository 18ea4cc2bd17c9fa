// What people call it.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("report-prediction", {
  en: { title: "What was predicted" },
  ru: { title: "Что предсказано" },
});
