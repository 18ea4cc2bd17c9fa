// What is said of the format gmx.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-gmx", {
  en: { title: "GMX (gene sets in columns)" },
  ru: { title: "GMX (наборы генов по столбцам)" },
});
