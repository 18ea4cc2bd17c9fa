// What is said of the family.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("regression-mixed", {
  en: {
    title: "Mixed, with individuals",
    does: "A number measured several times of each individual (mouse, patient, litter): each has a height of its own, and comparisons keep them apart",
    method: "Fitted by",
    "method-reml": "REML",
    "method-ml": "ML",
    freedom: "Degrees of freedom",
    "freedom-satterthwaite": "Satterthwaite",
    "freedom-kenward-roger": "Kenward and Roger",
  },
  ru: {
    title: "Смешанная, с особями",
    does: "Число, измеренное у каждой особи (мыши, пациента, помёта) несколько раз: у каждой свой уровень, и сравнения их различают",
    method: "Подгонка",
    "method-reml": "REML",
    "method-ml": "ML",
    freedom: "Степени свободы",
    "freedom-satterthwaite": "Саттертуэйт",
    "freedom-kenward-roger": "Кенуорд и Роджер",
  },
});
