// What is said of the format plink.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-plink", {
  en: {
    title: "PLINK 1 (genotypes)",
    "why-bed": "Its files belong together: genotypes of PLINK 1 (.bed), their sites (.bim) and samples (.fam).",
    "why-ped": "Its files belong together: genotypes of PLINK 1 as text (.ped) and their sites (.map).",
  },
  ru: {
    title: "PLINK 1 (генотипы)",
    "why-bed": "Файлы составляют набор: генотипы PLINK 1 (.bed), их сайты (.bim) и образцы (.fam).",
    "why-ped": "Файлы составляют набор: генотипы PLINK 1 текстом (.ped) и их сайты (.map).",
  },
});
