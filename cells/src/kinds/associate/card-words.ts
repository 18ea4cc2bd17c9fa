// What the screen calls cells of this kind, its tasks in the add menu, and what such a cell waits for.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("kind-associate", {
  en: {
    title: "Association",
    associate: "Associate variants with a trait",
    "associate-line":
      "GWAS: each variant against a number or cases and controls, with components or kinship; Manhattan, QQ, loci",
    "associate-words":
      "gwas genome-wide association snp variants trait phenotype plink regression logistic firth mixed model lmm gemma kinship manhattan qq lambda inflation clump locus zoom",
    "needs-from": "Choose a matrix of genotypes.",
    "needs-trait": "Choose the trait.",
  },
  ru: {
    title: "Ассоциация",
    associate: "Связать варианты с признаком",
    "associate-line":
      "GWAS: каждый вариант против числа или случаев и контролей, с компонентами или родством; Манхэттен, QQ, локусы",
    "associate-words":
      "gwas полногеномный поиск ассоциаций снип варианты признак фенотип plink регрессия логистическая фёрт смешанная модель gemma родство манхэттен qq лямбда инфляция локус",
    "needs-from": "Выберите матрицу генотипов.",
    "needs-trait": "Выберите признак.",
  },
});
