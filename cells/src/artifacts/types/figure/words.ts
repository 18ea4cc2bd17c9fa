// What people call it.

import { defineWords } from "../../../messages/define-words.ts";

export const words = defineWords("artifact-figure", {
  en: { name: "figure" },
  ru: { name: "рисунок" },
});
