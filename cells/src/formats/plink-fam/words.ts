// What is said of the format plink-fam.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-plink-fam", {
  en: { title: "PLINK .fam (samples)" },
  ru: { title: "PLINK .fam (образцы)" },
});
