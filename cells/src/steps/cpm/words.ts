// What is said of the step cpm.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-cpm", {
  en: {
    title: "Counts per million",
    does: "Counts per million: count / sum of the sample's counts * 1e6",
    says: "counts per million",
    already:
      "Step {step}: the values are counts per million of libraries that were corrected by factors (norm_factor), and stay as they are.",
  },
  ru: {
    title: "Прочтения на миллион (CPM)",
    does: "Прочтения на миллион: прочтения / их сумма по образцу * 1e6",
    says: "прочтения на миллион (CPM)",
    already:
      "Шаг {step}: здесь уже прочтения на миллион, поправленные на коэффициенты библиотек (norm_factor); они оставлены как есть.",
  },
});
