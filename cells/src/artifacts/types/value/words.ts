// What people call it.

import { defineWords } from "../../../messages/define-words.ts";

export const words = defineWords("artifact-value", {
  en: { name: "value" },
  ru: { name: "значение" },
});
