// What is said of the format plink-bim.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-plink-bim", {
  en: { title: "PLINK .bim (sites)" },
  ru: { title: "PLINK .bim (сайты)" },
});
