// What is said of the step vst.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-vst", {
  en: {
    title: "Variance-stabilising transformation",
    does: "Brings counts to a scale on which features of every mean scatter alike, as log2 where they are large (DESeq2's vst, blind)",
    "says-subset": "stabilises the variance, by the trend of 1,000 features (DESeq2's vst)",
    "says-all": "stabilises the variance, by the trend of all features (DESeq2's varianceStabilizingTransformation)",
    of: "Trend from",
    "of-subset": "1,000 features",
    "of-all": "all features",
    trend: "Trend of the dispersions",
    "trend-parametric": "falls with the mean",
    "trend-mean": "one for all",
    "not-whole": "The step is for whole counts, and {feature} has {value} in {sample}. Take the counts as they came, or log-CPM.",
    "no-common":
      "No {noun} has a count in every sample of the training, so there is nothing to compare depths by. Leave out samples with few reads, or take log-CPM.",
    "no-factor": "No count of {sample} can be compared with the others: it has too few reads. Leave the sample out.",
    few: "Only {n} ({noun}) {n|has|have} a mean above 5, and the trend is taken of 1,000 of them. Take it of all features.",
    flat: "No {noun} varies by more than chance, so there is no trend. Are these samples copies of each other?",
    none: "No curve a / mean + b goes through the dispersions. Choose one dispersion for all as the trend.",
    "two-samples": "A trend of dispersions needs two samples at least, and there is one to learn from.",
    blind:
      "Step {step}: the samples are taken as one group, so that large differences between groups count as scatter (DESeq2's blind = TRUE).",
    menu: "Variance-stabilising transformation",
    "menu-line": "Counts on a scale for pictures and models: no feature outweighs the others by its depth",
    "menu-words": "vst variance stabilizing stabilising transformation deseq2 rlog normalise log counts",
  },
  ru: {
    title: "Стабилизация дисперсии",
    does: "Переводит прочтения в шкалу, где признаки с любым средним разбросаны одинаково; при больших значениях это log2 (vst из DESeq2, blind)",
    "says-subset": "стабилизирует дисперсию по тренду 1000 признаков (vst из DESeq2)",
    "says-all": "стабилизирует дисперсию по тренду всех признаков (varianceStabilizingTransformation из DESeq2)",
    of: "Тренд по",
    "of-subset": "1000 признаков",
    "of-all": "всем признакам",
    trend: "Тренд дисперсий",
    "trend-parametric": "убывает со средним",
    "trend-mean": "одна на всех",
    "not-whole":
      "Шаг — для целых чисел прочтений, а у {feature} в {sample} стоит {value}. Возьмите исходные прочтения или log-CPM.",
    "no-common":
      "Нет признака ({noun}) с прочтениями во всех обучающих образцах, и глубину сравнить не по чему. Уберите бедные образцы или возьмите log-CPM.",
    "no-factor": "Образец {sample} сравнить не по чему: в нём слишком мало прочтений. Уберите его.",
    few: "Признаков ({noun}) со средним выше 5 только {n}, а тренд берут по 1000. Возьмите его по всем признакам.",
    flat: "Признаки ({noun}) варьируют не больше случайного, и тренда нет. Не копии ли это одних образцов?",
    none: "Кривая a / среднее + b не проходит через дисперсии. Выберите трендом одну дисперсию на всех.",
    "two-samples": "Для тренда дисперсий нужны хотя бы два образца, а учиться можно на одном.",
    blind:
      "Шаг {step}: образцы взяты одной группой, и большие различия между группами сочтены разбросом (blind = TRUE в DESeq2).",
    menu: "Стабилизация дисперсии",
    "menu-line": "Прочтения в шкале для картин и моделей: ни один признак не перевешивает других глубиной",
    "menu-words": "vst стабилизация дисперсии deseq2 rlog нормализация логарифм прочтения",
  },
});
