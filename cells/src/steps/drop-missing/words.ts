// What is said of the step drop-missing.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-drop-missing", {
  en: {
    title: "Drop rows with missing values",
    does: "Drops rows where a value is missing",
    says: "drops rows where {columns} is missing",
    "says-any": "drops rows where anything is missing",
    "missing-in": "missing in",
  },
  ru: {
    title: "Убрать строки с пропусками",
    does: "Убирает строки с пропусками",
    says: "убирает строки, где нет {columns}",
    "says-any": "убирает строки, где чего-либо нет",
    "missing-in": "пропуск в",
  },
});
