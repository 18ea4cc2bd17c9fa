// What is said of the linear mixed model.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("association-mixed", {
  en: {
    title: "Linear mixed model",
    line: "Related individuals, families, breeding lines, as gemma -lmm 1: kinship takes up what they have in common",
    "leave-out": "Kinship without the variant's chromosome",
    "too-many":
      "The mixed model takes at most {most} individuals here, and there are {n}. Leave relatives out and take linear regression with components, or take REGENIE or BOLT-LMM.",
    "no-chromosomes":
      "No column says chromosomes, so that none can be left out of the kinship. Load the variants with their places, or take the kinship of all.",
    "few-sites":
      "A kinship needs at least {least} variants on autosomes with a frequency of 1 % or more and at most 5 % missing, and on other chromosomes than the one that is tested there are {n}.",
    "kinship-without":
      "Kinship of up to {sites} {sites|variant|variants}, of each chromosome without itself; without any variant it makes up {share} % of the variance of the trait.",
    "kinship-all":
      "Kinship of {sites} {sites|variant|variants}; without any variant it makes up {share} % of the variance of the trait.",
    "takes-itself":
      "The kinship holds the variants that are tested: part of each effect is taken for kinship, and p is larger than it should be. Leave the variant's chromosome out.",
    "of-cases":
      "Cases and controls are taken as 1 and 0: effects are differences of shares, not log odds, and p of rare alleles is not to be trusted where cases are few.",
  },
  ru: {
    title: "Линейная смешанная модель",
    line: "Родственники, семьи, линии, как gemma -lmm 1: общее между ними берёт на себя родство",
    "leave-out": "Родство без хромосомы варианта",
    "too-many":
      "Смешанная модель берёт здесь не больше {most} особей, а их {n}. Уберите родственников и возьмите линейную регрессию с компонентами либо REGENIE или BOLT-LMM.",
    "no-chromosomes":
      "Хромосом ни один столбец не называет, и исключить хромосому из родства нельзя. Загрузите варианты с их местами или возьмите родство по всем.",
    "few-sites":
      "Для родства нужно не меньше {least} вариантов на аутосомах с частотой от 1 % и пропусками до 5 %, а на других хромосомах, кроме проверяемой, их {n}.",
    "kinship-without":
      "Родство не более чем по {sites} вариантам, для каждой хромосомы без неё самой; до вариантов на него приходится {share} % дисперсии признака.",
    "kinship-all": "Родство по {sites} вариантам; до вариантов на него приходится {share} % дисперсии признака.",
    "takes-itself":
      "В родство входят и проверяемые варианты: часть каждого эффекта уходит в родство, и p больше, чем должно быть. Исключите хромосому варианта.",
    "of-cases":
      "Случаи и контроли взяты как 1 и 0: эффекты — разности долей, а не логарифмы шансов; при малом числе случаев p редких аллелей ненадёжны.",
  },
});
