// What is said of the format delimited.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-delimited", {
  en: { title: "Other delimited text" },
  ru: { title: "Текст с другим разделителем" },
});
