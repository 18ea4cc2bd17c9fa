// What is said of logistic regression.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("association-logistic", {
  en: {
    title: "Logistic regression",
    line: "Cases and controls, as plink2 --glm: log odds by each copy of the allele; Firth's likelihood where a genotype separates them",
    firth: "Firth",
    "where-separated": "where separated",
    always: "always",
    never: "never",
    "by-firth":
      "{n} of {all} {all|variant|variants} {n|was|were} fitted by Firth's penalised likelihood: a genotype, beside the covariates, tells cases and controls apart there, and the usual likelihood has no maximum.",
  },
  ru: {
    title: "Логистическая регрессия",
    line: "Для случаев и контролей, как plink2 --glm: логарифм шансов на каждую копию аллеля; метод Фёрта там, где генотип их разделяет",
    firth: "Метод Фёрта",
    "where-separated": "при разделении",
    always: "всегда",
    never: "никогда",
    "by-firth":
      "Методом Фёрта оценено вариантов: {n} из {all}. Там генотип вместе с ковариатами полностью разделяет случаи и контроли, и у обычного правдоподобия нет максимума.",
  },
});
