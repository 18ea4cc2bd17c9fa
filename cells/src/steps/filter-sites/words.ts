// What is said of the step filter-sites.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-filter-sites", {
  en: {
    title: "Filter sites",
    does: "Keeps sites of variants that vary enough, are called in enough samples, and are not far from Hardy-Weinberg equilibrium",
    says: "keeps sites with {bounds}",
    "says-counted": "keeps {kept} of {all} sites, with {bounds}",
    "by-frequency": "a rarer allele of at least {frequency}",
    "by-missing": "a share missing of at most {missing}",
    "by-quality": "a quality of at least {quality} or none",
    "by-passed": "no filter failed",
    quality: "QUAL at least",
    passed: "only what passed its filters",
    "no-column":
      "Step {step} asks for {column} of the sites, and no column of them says it. Give it the sites of a VCF, or ask for something else.",
    "by-p": "a p of Hardy-Weinberg equilibrium of at least {p} in all samples together",
    "by-p-within": "a p of Hardy-Weinberg equilibrium of at least {p} in each population of {within}",
    "by-p-controls": "a p of Hardy-Weinberg equilibrium of at least {p} in the controls of {controls}",
    "by-p-both":
      "a p of Hardy-Weinberg equilibrium of at least {p} in the controls of {controls}, in each population of {within}",
    "by-nothing": "anything",
    equilibrium: "Hardy-Weinberg p at least",
    test: "test",
    "test-exact": "exact",
    "test-mid-p": "mid-p",
    within: "populations",
    "not-within": "all together",
    controls: "controls",
    "all-samples": "all samples",
    "no-controls":
      "Step {step} is to test controls, and none of the samples is called one in {column}, where it says {values}. Choose the column that says control and case, or all samples.",
    nobody:
      "Step {step} tests Hardy-Weinberg equilibrium, and there is nobody to test: no sample has a population in {column}, or all have a parent among the samples.",
    frequency: "rarer allele at least",
    missing: "missing at most",
    "no-dosages":
      "Step {step} asks how frequent the rarer allele is, and the matrix holds more than two copies, or no dosages. Set the least frequency to 0 to filter by missing genotypes alone.",
    menu: "Filter sites",
    "menu-line": "Keeps variants by allele frequency, missing genotypes and Hardy-Weinberg equilibrium",
    "menu-words": "maf minor allele frequency geno missingness call rate variants snps quality hardy weinberg hwe rare",
  },
  ru: {
    title: "Отобрать сайты",
    does: "Оставляет сайты, которые достаточно изменчивы, прочитаны у достаточного числа образцов и недалеки от равновесия Харди — Вайнберга",
    says: "оставляет сайты, где {bounds}",
    "says-counted": "оставляет {kept} из {all} сайтов, где {bounds}",
    "by-frequency": "редкий аллель не реже {frequency}",
    "by-missing": "доля пропусков не больше {missing}",
    "by-quality": "качество не меньше {quality} или не указано",
    "by-passed": "все фильтры пройдены",
    quality: "QUAL от",
    passed: "только прошедшие фильтры",
    "no-column": "Шаг {step} спрашивает {column} сайтов, а такого столбца у них нет. Дайте ему сайты из VCF или спросите другое.",
    "by-p": "p равновесия Харди — Вайнберга не меньше {p} по всем образцам вместе",
    "by-p-within": "p равновесия Харди — Вайнберга не меньше {p} в каждой популяции из {within}",
    "by-p-controls": "p равновесия Харди — Вайнберга не меньше {p} в контролях из {controls}",
    "by-p-both": "p равновесия Харди — Вайнберга не меньше {p} в контролях из {controls}, в каждой популяции из {within}",
    "by-nothing": "что угодно",
    equilibrium: "p Харди — Вайнберга от",
    test: "тест",
    "test-exact": "точный",
    "test-mid-p": "mid-p",
    within: "популяции",
    "not-within": "все вместе",
    controls: "контроли",
    "all-samples": "все образцы",
    "no-controls":
      "Шаг {step} должен проверить контроли, но в {column} контролем не назван никто; там {values}. Выберите столбец, где сказано control и case, или все образцы.",
    nobody:
      "Шаг {step} проверяет равновесие Харди — Вайнберга, а проверять некого: ни у кого нет популяции в {column}, или у всех среди образцов назван родитель.",
    frequency: "редкий аллель от",
    missing: "пропусков до",
    "no-dosages":
      "Шаг {step} спрашивает о частоте редкого аллеля, а в матрице больше двух копий или не дозы. Поставьте частоту 0, чтобы отбирать только по пропускам.",
    menu: "Отобрать сайты",
    "menu-line": "Оставляет варианты по частоте аллеля, пропускам и равновесию Харди — Вайнберга",
    "menu-words": "maf частота минорного аллеля пропуски варианты снипы качество харди вайнберг редкие",
  },
});
