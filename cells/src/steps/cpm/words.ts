// What is said of the step cpm.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-cpm", {
  en: {
    title: "Counts per million",
    does: "Counts per million: count / sum of the sample's counts * 1e6",
    says: "counts per million",
  },
  ru: {
    title: "Прочтения на миллион (CPM)",
    does: "Прочтения на миллион: прочтения / их сумма по образцу * 1e6",
    says: "прочтения на миллион (CPM)",
  },
});
