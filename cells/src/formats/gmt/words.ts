// What is said of the format gmt.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-gmt", {
  en: { title: "GMT (gene sets)" },
  ru: { title: "GMT (наборы генов)" },
});
