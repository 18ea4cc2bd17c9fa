// What is said of the format rdata.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-rdata", {
  en: { title: "R, workspace (.RData)" },
  ru: { title: "R, рабочая область (.RData)" },
});
