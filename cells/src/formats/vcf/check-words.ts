// What the rules of VCF ask for. Halves of sentences, behind "expected:".

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("check-vcf", {
  en: {
    fileformat: "##fileformat=VCFv4.x as the first line",
  },
  ru: {
    fileformat: "##fileformat=VCFv4.x первой строкой",
  },
});
