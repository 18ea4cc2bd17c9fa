// What is said of DESeq2.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("differential-deseq2", {
  en: {
    title: "DESeq2",
    does: "fits a negative binomial model to the counts",
    line: "Counts as they came from the aligner; few samples are no hindrance",
    factors: "Size factors",
    "factors-ratio": "median of ratios",
    "factors-poscounts": "of counts above 0",
    trend: "Trend of the dispersions",
    "trend-parametric": "falls with the mean",
    "trend-mean": "one for all",
    replace: "Replace outliers in groups of at least",
    "replace-none": "no group",
    "no-common":
      "No feature has a count in every sample, so there is nothing to compare depths by. Choose size factors of counts above 0.",
    "no-factor": "No count of {sample} can be compared with the others: it has too few reads. Leave the sample out.",
    "no-rest":
      "There are {samples} samples and {coefficients} coefficients: nothing is left by which chance could be told. Take fewer columns into the design, or more samples.",
    zero: "Every count is 0.",
    flat: "No feature varies by more than chance between samples of one group, so there is no trend. Are these samples copies of each other?",
    "no-trend": "No curve a / mean + b goes through the dispersions. Choose one dispersion for all as the trend.",
    "replaced-counts":
      "In {n} {n|feature|features} an outlying count was replaced by the trimmed mean, and the model fitted again (Cook's distance, groups of {from} and more).",
    unsettled: "The coefficients of {n} {n|feature|features} did not settle.",
    "why-zero": "no counts",
    "why-outlier": "an outlying count",
    "why-low": "low mean",
  },
  ru: {
    title: "DESeq2",
    does: "описывает прочтения отрицательной биномиальной моделью",
    line: "Исходные прочтения; подходит и для немногих образцов",
    factors: "Поправки на глубину",
    "factors-ratio": "медиана отношений",
    "factors-poscounts": "по ненулевым значениям",
    trend: "Тренд дисперсий",
    "trend-parametric": "убывает со средним",
    "trend-mean": "одна на всех",
    replace: "Заменять выбросы в группах не меньше",
    "replace-none": "нет",
    "no-common":
      "Нет ни одного признака с прочтениями во всех образцах, и глубину сравнить не по чему. Выберите поправки по ненулевым значениям.",
    "no-factor": "Образец {sample} сравнить не по чему: в нём слишком мало прочтений. Уберите его.",
    "no-rest":
      "Образцов {samples}, коэффициентов {coefficients}: не остаётся ничего, по чему судить о случайном разбросе. Возьмите в план меньше столбцов или больше образцов.",
    zero: "Все значения равны 0.",
    flat: "Ни один признак не варьирует внутри групп больше случайного, и тренда нет. Не копии ли это одних и тех же образцов?",
    "no-trend": "Кривая a / среднее + b не проходит через дисперсии. Выберите трендом одну дисперсию на всех.",
    "replaced-counts":
      "У {n} {n|признака|признаков|признаков} выброс заменён усечённым средним, и модель подобрана заново (расстояние Кука, группы от {from} образцов).",
    unsettled: "Коэффициенты {n} {n|признака|признаков|признаков} не сошлись.",
    "why-zero": "нет прочтений",
    "why-outlier": "выброс",
    "why-low": "малое среднее",
  },
});
