// What is said of the step rename.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-rename", {
  en: { title: "Rename columns", does: "Gives columns other names", says: "renames {columns}", "new-name": "new name" },
  ru: {
    title: "Переименовать столбцы",
    does: "Даёт столбцам другие имена",
    says: "переименовывает {columns}",
    "new-name": "новое имя",
  },
});
