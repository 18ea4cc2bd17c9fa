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
    "trend-local": "local regression",
    "trend-mean": "one for all",
    "fell-back":
      "No curve a / mean + b goes through the dispersions, so their trend was told by local regression, as DESeq2 does. See the dispersions, or choose one for all.",
    replace: "Replace outliers in groups of at least",
    "replace-none": "no group",
    "no-common":
      "No feature has a count in every sample, so there is nothing to compare depths by. Choose size factors of counts above 0.",
    "no-factor": "No count of {sample} can be compared with the others: it has too few reads. Leave the sample out.",
    "no-rest":
      "There are {samples} {samples|sample|samples} and {coefficients} {coefficients|coefficient|coefficients}: nothing is left by which chance could be told. Take fewer columns into the design, or more samples.",
    zero: "Every count is 0.",
    lengths: "Estimates by their lengths",
    "by-lengths":
      "The counts are estimates: they were rounded, and compared by the effective lengths that came along ({layer}), as after tximport. Lengths can be left out in the settings of the method.",
    flat: "No feature varies by more than chance between samples of one group, so there is no trend. Are these samples copies of each other?",
    "no-trend": "No trend goes through the dispersions: too few features have one. Choose one dispersion for all as the trend.",
    "replaced-counts":
      "In {n} {n|feature|features} an outlying count was replaced by the trimmed mean, and the model fitted again (Cook's distance, groups of {from} and more).",
    unsettled: "The coefficients of {n} {n|feature|features} did not settle.",
    "shrink-coefficient":
      "A normal prior lies on the coefficients of the model, and this contrast is none of them. Choose apeglm, which takes any contrast, or make the group that is compared with the first one of its factor.",
    "shrink-interaction":
      "A normal prior is not defined for designs in which factors act on each other (nor in DESeq2). Choose apeglm.",
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
    "trend-local": "локальная регрессия",
    "trend-mean": "одна на всех",
    "fell-back":
      "Кривая a / среднее + b не проходит через дисперсии, и тренд взят локальной регрессией, как в DESeq2. Посмотрите на дисперсии или выберите одну на всех.",
    replace: "Заменять выбросы в группах не меньше",
    "replace-none": "нет",
    "no-common":
      "Нет ни одного признака с прочтениями во всех образцах, и глубину сравнить не по чему. Выберите поправки по ненулевым значениям.",
    "no-factor": "Образец {sample} сравнить не по чему: в нём слишком мало прочтений. Уберите его.",
    "no-rest":
      "Образцов {samples}, коэффициентов {coefficients}: не остаётся ничего, по чему судить о случайном разбросе. Возьмите в план меньше столбцов или больше образцов.",
    zero: "Все значения равны 0.",
    lengths: "Оценки по длинам",
    "by-lengths":
      "Числа — оценки: они округлены и сравниваются с учётом эффективных длин ({layer}), как после tximport. Учёт длин можно отключить в настройках метода.",
    flat: "Ни один признак не варьирует внутри групп больше случайного, и тренда нет. Не копии ли это одних и тех же образцов?",
    "no-trend":
      "Через дисперсии не провести тренда: у слишком немногих признаков она есть. Выберите трендом одну дисперсию на всех.",
    "replaced-counts":
      "У {n} {n|признака|признаков|признаков} выброс заменён усечённым средним, и модель подобрана заново (расстояние Кука, группы от {from} {from|образца|образцов|образцов}).",
    unsettled: "Коэффициенты {n} {n|признака|признаков|признаков} не сошлись.",
    "shrink-coefficient":
      "Нормальное априорное распределение задано для коэффициентов модели, а этот контраст ни один из них. Выберите apeglm, он берёт любой контраст, или сделайте группу сравнения первой у её фактора.",
    "shrink-interaction":
      "Для планов, где факторы влияют друг на друга, нормальное априорное распределение не определено (и в DESeq2 тоже). Выберите apeglm.",
    "why-zero": "нет прочтений",
    "why-outlier": "выброс",
    "why-low": "малое среднее",
  },
});
