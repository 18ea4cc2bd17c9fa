// What is said of the rule relatedness.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("quality-relatedness", {
  en: {
    title: "Relatives",
    does: "Kinship of all pairs (KING-robust): one person twice, parents and children, siblings; tests that take samples for strangers count relatives twice",
    "same-above": "one person: above",
    "first-above": "first degree: above",
    "related-above": "kin: above",
    sites: "sites at least",
    "few-sites": "Kinship takes {least} autosomal sites with genotypes of two copies; here are {n}.",
    "few-samples": "One sample has no relatives here.",
    "too-many":
      "All pairs of {n} samples over {sites} sites are too many to compare here. Keep fewer sites (rarer alleles at least 0.05 say most) or fewer samples.",
    same: "{first} and {second} are one person, or twins: kinship {value}, above {threshold}",
    first: "{first} and {second} are parent and child, or siblings: kinship {value}, above {threshold}",
    kin: "{first} and {second} are kin: kinship {value}, above {threshold}",
    pairs:
      "{n} {n|pair|pairs} of samples {n|is|are} kin (above {threshold}); without {drop} {drop|sample|samples} none {n|is|are} left",
  },
  ru: {
    title: "Родство",
    does: "Родство всех пар (KING-robust): один человек дважды, родители и дети, братья и сёстры; тесты, которые считают образцы независимыми, учтут их дважды",
    "same-above": "один человек: выше",
    "first-above": "первая степень: выше",
    "related-above": "родня: выше",
    sites: "сайтов не меньше",
    "few-sites": "Для родства нужно {least} аутосомных сайтов с диплоидными генотипами; здесь их {n}.",
    "few-samples": "У одного образца здесь нет родни.",
    "too-many":
      "Пар образцов ({n}) по такому числу сайтов ({sites}) слишком много для сравнения здесь. Оставьте меньше сайтов (больше всего говорят те, где редкий аллель не реже 0,05) или образцов.",
    same: "{first} и {second} — один человек или близнецы: родство {value}, выше {threshold}",
    first: "{first} и {second} — родитель и ребёнок или братья и сёстры: родство {value}, выше {threshold}",
    kin: "{first} и {second} — родня: родство {value}, выше {threshold}",
    pairs: "Пар, которые родня (выше {threshold}): {n}; если убрать образцов: {drop}, не останется ни одной",
  },
});
