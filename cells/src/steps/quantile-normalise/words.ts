// What is said of the step quantile-normalise.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-quantile-normalise", {
  en: {
    title: "Quantile normalisation",
    does: "Gives all samples one distribution, the mean of their sorted values (preprocessCore's normalize.quantiles)",
    says: "gives all samples one distribution",
    "of-counts":
      "Step {step}: the values are whole and look like counts. Of reads put Log-CPM before this step, since whole numbers share ranks; of intensities of an array this is the usual order.",
    "one-sample": "Step {step}: the distribution is that of one sample, which therefore stays as it is.",
    "no-value": "The matrix has no value ({noun}) to take a distribution from. Take a matrix with values, or this step out.",
    "other-length":
      "What was kept is not of as many rows ({noun}) as it names. Fit the steps anew in the notebook that they come from.",
    "one-value": "{sample} has one value alone ({noun}), of which no rank can be told. Leave the sample out first.",
    "empty-samples": "Step {step}: {n} {n|sample has|samples have} no value and {n|tells|tell} nothing of the distribution.",
    menu: "Quantile normalisation",
    "menu-line": "Gives all samples one distribution, as for arrays; later samples get the same",
    "menu-words": "normalise normalize quantile microarray preprocesscore rma distribution",
  },
  ru: {
    title: "Квантильная нормализация",
    does: "Даёт всем образцам одно распределение — среднее их упорядоченных значений (normalize.quantiles из preprocessCore)",
    says: "даёт всем образцам одно распределение",
    "of-counts":
      "Шаг {step}: значения целые и похожи на прочтения. Для прочтений поставьте перед этим шагом Log-CPM, иначе у многих значений общий ранг; для интенсивностей с чипа этот порядок обычный.",
    "one-sample": "Шаг {step}: распределение взято из одного образца, поэтому он остаётся прежним.",
    "no-value":
      "В матрице нет значений ({noun}), из которых можно взять распределение. Возьмите матрицу со значениями или уберите шаг.",
    "other-length":
      "Сохранённое распределение не того размера, что список признаков ({noun}). Подгоните шаги заново в той тетради, откуда они взяты.",
    "one-value": "У {sample} только одно значение ({noun}), и ранг его неизвестен. Сначала уберите этот образец.",
    "empty-samples": "Шаг {step}: образцов без единого значения: {n}; в распределении они не участвуют.",
    menu: "Квантильная нормализация",
    "menu-line": "Даёт всем образцам одно распределение, как для чипов; новым образцам — то же",
    "menu-words": "нормализация квантили чип микрочип распределение quantile preprocesscore",
  },
});
