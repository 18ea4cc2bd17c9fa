// What people call it.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("report-feature-join", {
  en: { title: "What the views knew" },
  ru: { title: "Что знали представления" },
});
