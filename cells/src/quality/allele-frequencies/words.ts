// What is said of the rule allele-frequencies.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("quality-allele-frequencies", {
  en: {
    title: "Allele frequencies",
    does: "How many sites have what frequency of the rarer allele (autosomes, two copies), and at how many nobody differs: they count in every correction for many tests and say nothing",
    "same-above": "sites without variance: doubtful above",
    none: "No autosomal site has genotypes of two copies.",
    spectrum: "Rarer allele at {all} autosomal {all|site|sites}: none at {same}; by frequency {classes}",
    silent: "{n} autosomal {n|site has|sites have} no genotype at all.",
    same: "At {n} of {all} autosomal {all|site|sites} no sample differs ({value}, above {threshold})",
  },
  ru: {
    title: "Частоты аллелей",
    does: "В скольких сайтах какая частота редкого аллеля (аутосомы, две копии) и в скольких никто не отличается: они учитываются в каждой поправке на множественность и ничего не говорят",
    "same-above": "сайты без различий: сомнительно выше",
    none: "Ни в одном аутосомном сайте нет диплоидных генотипов.",
    spectrum: "Редкий аллель в аутосомных сайтах ({all}): нет в {same}; по частоте {classes}",
    silent: "Аутосомных сайтов без единого генотипа: {n}.",
    same: "Ни один образец не отличается в {n} из {all} аутосомных сайтов ({value}, выше {threshold})",
  },
});
