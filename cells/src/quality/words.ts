// What thresholds of several rules are called, and what rules are not for.

import { defineWords } from "../messages/define-words.ts";

export const words = defineWords("quality-thresholds", {
  en: {
    "warn-below": "doubtful below",
    "fail-below": "fails below",
    "warn-above": "doubtful above",
    "fail-above": "fails above",
    "warn-beyond": "doubtful beyond (MAD)",
    "fail-beyond": "fails beyond (MAD)",
    features: "of so many that vary most",
    "of-expression": "This is told of how much of each gene there is; these are genotypes.",
    "of-genotypes": "This is told of genotypes, as copies of an allele at each site; these values are none.",
  },
  ru: {
    "warn-below": "сомнительно ниже",
    "fail-below": "не годится ниже",
    "warn-above": "сомнительно выше",
    "fail-above": "не годится выше",
    "warn-beyond": "сомнительно дальше (MAD)",
    "fail-beyond": "не годится дальше (MAD)",
    features: "по стольким самым изменчивым",
    "of-expression": "Это правило смотрит, сколько чего экспрессируется, а это генотипы.",
    "of-genotypes": "Это правило смотрит на генотипы — число копий аллеля в каждом сайте, а это не они.",
  },
});
