// What people call it.

import { defineWords } from "../../../messages/define-words.ts";

export const words = defineWords("artifact-model", {
  en: { name: "model" },
  ru: { name: "модель" },
});
