// What is said of limma-voom.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("differential-limma-voom", {
  en: {
    title: "limma-voom",
    does: "compares log counts, each by its weight, by moderated t tests",
    line: "Counts and estimates of counts, libraries of any depth; takes blocks",
    robust: "Robust against features that vary far more",
    factors: "Size factors",
    "factors-tmm": "TMM",
    "factors-none": "none",
    "min-count": "Least count",
    "min-count-none": "none",
    "no-reads": "{sample} has no reads. Leave the sample out.",
    "no-factor": "No count of {sample} can be compared with the others: it has too few reads. Leave the sample out.",
    lengths: "Estimates by their lengths",
    "by-lengths":
      "The counts are estimates: abundances (TPM) times mean lengths were taken for them ({layer}; tximport's lengthScaledTPM). Lengths can be left out in the settings of the method.",
    "by-lengths-alone":
      "The counts are estimates: they were divided by their lengths and taken times mean lengths ({layer}; tximport's lengthScaledTPM, with counts by length in the place of TPM, of which the matrix has not all). Lengths can be left out in the settings of the method.",
    filtered:
      "{n} of {all} {all|feature|features} {n|has|have} too few counts and {n|is|are} not tested: {least} in a sample of usual depth must be reached by as many samples as the smallest group has (filterByExpr).",
    "all-filtered":
      "No feature reaches {least} counts in as many samples as the smallest group has. Choose a smaller least count, or look whether the matrix holds counts.",
    "few-features":
      "A trend of how counts vary needs at least two features of different levels, and there are {n}. Take more features, or limma.",
  },
  ru: {
    title: "limma-voom",
    does: "сравнивает логарифмы прочтений с их весами модерированными t-тестами",
    line: "Прочтения и их оценки, любая глубина; берёт блоки",
    robust: "Устойчиво к признакам с необычно большим разбросом",
    factors: "Поправки на глубину",
    "factors-tmm": "TMM",
    "factors-none": "нет",
    "min-count": "Наименьшее число прочтений",
    "min-count-none": "нет",
    "no-reads": "В {sample} нет прочтений. Уберите образец.",
    "no-factor": "Образец {sample} сравнить не по чему: в нём слишком мало прочтений. Уберите его.",
    lengths: "Оценки по длинам",
    "by-lengths":
      "Числа — оценки: вместо них взята представленность (TPM) на среднюю длину ({layer}; lengthScaledTPM из tximport). Учёт длин можно отключить в настройках метода.",
    "by-lengths-alone":
      "Числа — оценки: они поделены на длины и умножены на средние длины ({layer}; lengthScaledTPM из tximport, где вместо TPM, которых в матрице не хватает, прочтения на длину). Учёт длин можно отключить в настройках метода.",
    filtered:
      "У {n} из {all} {all|признака|признаков|признаков} слишком мало прочтений, они не проверяются: {least} в образце обычной глубины должны набирать столько образцов, сколько их в наименьшей группе (filterByExpr).",
    "all-filtered":
      "Ни один признак не набирает {least} прочтений в стольких образцах, сколько их в наименьшей группе. Выберите меньшее число или посмотрите, прочтения ли в матрице.",
    "few-features":
      "Для тренда разброса нужны хотя бы два признака разного уровня, а есть {n}. Возьмите больше признаков или limma.",
  },
});
