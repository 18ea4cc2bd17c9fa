// What is said of the rule heterozygosity.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("quality-heterozygosity", {
  en: {
    title: "Heterozygosity",
    does: "Sites with two different alleles beside those expected (F), by groups where one column says them: a mixture of two people has too many, an inbred person and lost alleles too few",
    least: "least difference of F",
    "few-samples":
      "What is expected is told by the frequencies of alleles in at least {least} samples with autosomal genotypes of two copies; here are {n}, or no group has as many.",
    "no-variance": "No autosomal site with genotypes of two copies varies.",
    "too-many":
      "{sample}: too many sites with two alleles, as in a mixture of two people: F is {value}, usual is {median}; {z} deviations, more than {threshold}",
    "too-few":
      "{sample}: too few sites with two alleles, as of parents who are kin or of alleles that were lost: F is {value}, usual is {median}; {z} deviations, more than {threshold}",
  },
  ru: {
    title: "Гетерозиготность",
    does: "Сайты с двумя разными аллелями рядом с ожидаемым числом (F), по группам, если их называет столбец: в смеси двух людей их слишком много, у детей родственников и при потере аллелей слишком мало",
    least: "наименьшее отличие F",
    "few-samples":
      "Ожидаемое число считается по частотам аллелей не менее чем у {least} образцов с аутосомными диплоидными генотипами; здесь их {n}, или столько нет ни в одной группе.",
    "no-variance": "Ни один аутосомный сайт с диплоидными генотипами не меняется.",
    "too-many":
      "{sample}: слишком много сайтов с двумя аллелями, как в смеси двух людей: F {value}, обычно {median}; отклонений {z}, больше {threshold}",
    "too-few":
      "{sample}: слишком мало сайтов с двумя аллелями, как у детей родственников или при потере аллелей: F {value}, обычно {median}; отклонений {z}, больше {threshold}",
  },
});
