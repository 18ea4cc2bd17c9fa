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
    "not-counts":
      "limma-voom weighs counts, and the matrix holds {scale}. Take the counts as they were before that step, or choose limma-trend for logarithms.",
    "not-whole":
      "limma-voom weighs counts, and {feature} has {value} in {sample}. Estimates of Salmon, kallisto or RSEM are loaded as such; other numbers are for limma, as logarithms.",
    "below-zero": "A count is at least 0, and {feature} has {value} in {sample}.",
    "missing-count":
      "{feature} has no count in {sample}, and every value counts for the depth of a sample. Leave such features out first.",
    "infinite-count": "{feature} has no finite count in {sample}.",
    "no-reads": "{sample} has no reads. Leave the sample out.",
    "no-factor": "No count of {sample} can be compared with the others: it has too few reads. Leave the sample out.",
    filtered:
      "{n} of {all} features have too few counts and are not tested: {least} in a sample of usual depth must be reached by as many samples as the smallest group has (filterByExpr).",
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
    "not-counts":
      "limma-voom взвешивает прочтения, а в матрице {scale}. Возьмите прочтения до этого шага или выберите limma-trend для логарифмов.",
    "not-whole":
      "limma-voom взвешивает прочтения, а у {feature} в {sample} стоит {value}. Оценки Salmon, kallisto или RSEM загружаются как таковые; прочие числа — для limma, в логарифмах.",
    "below-zero": "Прочтений не бывает меньше 0, а у {feature} в {sample} стоит {value}.",
    "missing-count":
      "У {feature} нет значения в {sample}, а глубина образца складывается из всех. Сначала уберите такие признаки.",
    "infinite-count": "У {feature} в {sample} нет конечного значения.",
    "no-reads": "В {sample} нет прочтений. Уберите образец.",
    "no-factor": "Образец {sample} сравнить не по чему: в нём слишком мало прочтений. Уберите его.",
    filtered:
      "У {n} из {all} признаков слишком мало прочтений, они не проверяются: {least} в образце обычной глубины должны набирать столько образцов, сколько их в наименьшей группе (filterByExpr).",
    "all-filtered":
      "Ни один признак не набирает {least} прочтений в стольких образцах, сколько их в наименьшей группе. Выберите меньшее число или посмотрите, прочтения ли в матрице.",
    "few-features":
      "Для тренда разброса нужны хотя бы два признака разного уровня, а есть {n}. Возьмите больше признаков или limma.",
  },
});
