// What is said of the format mtx. What is said of its lines: parts/matrix-market/words.ts.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-mtx", {
  en: { title: "Matrix Market (.mtx)" },
  ru: { title: "Matrix Market (.mtx)" },
});
