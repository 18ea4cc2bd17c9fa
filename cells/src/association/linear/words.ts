// What is said of linear regression.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("association-linear", {
  en: {
    title: "Linear regression",
    line: "A number, as plink2 --glm: the mean change by each copy of the allele, beside the covariates",
  },
  ru: {
    title: "Линейная регрессия",
    line: "Для числа, как plink2 --glm: среднее изменение на каждую копию аллеля, с учётом ковариат",
  },
});
