// What people call it.

import { defineWords } from "../../../messages/define-words.ts";

export const words = defineWords("artifact-assay", {
  en: { name: "matrix" },
  ru: { name: "матрица" },
});
