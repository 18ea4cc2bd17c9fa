// What is said of the format plink-map.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-plink-map", {
  en: { title: "PLINK .map (sites)" },
  ru: { title: "PLINK .map (сайты)" },
});
