// What is said of the step filter-sites.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-filter-sites", {
  en: {
    title: "Filter rare sites",
    does: "Keeps sites of variants that vary enough and are called in enough samples",
    says: "keeps sites with a rarer allele of at least {frequency} and a share missing of at most {missing}",
    "says-counted":
      "keeps {kept} of {all} sites, with a rarer allele of at least {frequency} and a share missing of at most {missing}",
    frequency: "rarer allele at least",
    missing: "missing at most",
    "no-dosages":
      "Step {step} asks how frequent the rarer allele is, and the matrix holds more than two copies, or no dosages. Set the least frequency to 0 to filter by missing genotypes alone.",
    menu: "Filter rare sites",
    "menu-line": "Keeps variants by allele frequency and missing genotypes",
    "menu-words": "maf minor allele frequency geno missingness call rate variants snps quality",
  },
  ru: {
    title: "Убрать редкие сайты",
    does: "Оставляет сайты, которые достаточно изменчивы и прочитаны у достаточного числа образцов",
    says: "оставляет сайты, где редкий аллель не реже {frequency}, а доля пропусков не больше {missing}",
    "says-counted":
      "оставляет {kept} из {all} сайтов, где редкий аллель не реже {frequency}, а доля пропусков не больше {missing}",
    frequency: "редкий аллель от",
    missing: "пропусков до",
    "no-dosages":
      "Шаг {step} спрашивает о частоте редкого аллеля, а в матрице больше двух копий или не дозы. Поставьте частоту 0, чтобы отбирать только по пропускам.",
    menu: "Убрать редкие сайты",
    "menu-line": "Оставляет варианты по частоте аллеля и пропускам",
    "menu-words": "maf частота минорного аллеля пропуски варианты снипы качество",
  },
});
