// What people call it.

import { defineWords } from "../../../messages/define-words.ts";

export const words = defineWords("artifact-table", {
  en: { name: "table" },
  ru: { name: "таблица" },
});
