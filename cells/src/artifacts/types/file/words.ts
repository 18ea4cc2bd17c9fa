// What people call it.

import { defineWords } from "../../../messages/define-words.ts";

export const words = defineWords("artifact-file", {
  en: { name: "file" },
  ru: { name: "файл" },
});
