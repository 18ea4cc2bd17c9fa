// What is said of the step collapse-probes.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-collapse-probes", {
  en: {
    title: "Collapse probes",
    does: "Makes one row of several features of one gene: their mean, their sum, or the one that is highest or varies most",
    says: "one row for each {by}: {how}",
    "says-counted": "one row for each {by}: {how} ({before} {noun} became {after})",
    menu: "Collapse probes",
    "menu-line": "One row of several probes, transcripts or ids of one gene",
    "menu-words": "probes genes duplicates avereps collapserows max mean transcripts sum merge",
    by: "one row for each",
    how: "how",
    "how-mean": "mean",
    "how-max-mean": "of largest mean",
    "how-max-variance": "of largest variance",
    "how-sum": "sum",
    without: "Step {step}: {n} of {all} {noun} {n|has|have} no {by} and {n|was|were} left out ({names}{more}).",
    "several-in-one":
      "Step {step}: {n} {n|value|values} of {by} {n|names|name} several genes at once ({names}{more}) and {n|stays|stay} as {n|it is|they are}, rows of their own.",
    none: "Step {step}: {by} has no value in any row. Choose another column of the features.",
    "sum-of": "Step {step}: the matrix holds {scale}, and a sum of these means nothing. Take the mean.",
    "sum-unknown": "Step {step}: nothing says that the matrix holds counts; a sum of logarithms would mean nothing.",
    "mean-counts":
      "Step {step}: the matrix holds counts, and a mean of counts is none. Where probes of one gene count different reads, take the sum.",
    missing: "Step {step}: {n} missing {n|value was|values were} left out, so that some sums are of fewer features than others.",
    layers: "Step {step}: of the layers ({names}) no sum or mean is taken; they were left out.",
  },
  ru: {
    title: "Свести зонды",
    does: "Делает из нескольких признаков одного гена одну строку: среднее, сумму, самый высокий или самый изменчивый",
    says: "по строке на каждое значение {by}: {how}",
    "says-counted": "по строке на каждое значение {by}: {how} (было {before} {noun}, стало {after})",
    menu: "Свести зонды",
    "menu-line": "Одна строка вместо нескольких зондов, транскриптов или идентификаторов гена",
    "menu-words": "зонды пробы гены повторы среднее максимум сумма транскрипты",
    by: "по строке на",
    how: "как",
    "how-mean": "среднее",
    "how-max-mean": "с наибольшим средним",
    "how-max-variance": "с наибольшей дисперсией",
    "how-sum": "сумма",
    without: "Шаг {step}: {n} из {all} {noun} без значения {by}, {n|он убран|они убраны|они убраны} ({names}{more}).",
    "several-in-one":
      "Шаг {step}: в {by} {n} {n|значение называет|значения называют|значений называют} сразу несколько генов ({names}{more}); {n|оно остаётся отдельной строкой|они остаются отдельными строками|они остаются отдельными строками}.",
    none: "Шаг {step}: в {by} нет ни одного значения. Выберите другой столбец признаков.",
    "sum-of": "Шаг {step}: в матрице {scale}, и сумма таких значений ничего не значит. Возьмите среднее.",
    "sum-unknown": "Шаг {step}: ничто не говорит, что в матрице прочтения; сумма логарифмов ничего бы не значила.",
    "mean-counts":
      "Шаг {step}: в матрице прочтения, а их среднее — уже не прочтения. Если зонды гена считают разные прочтения, возьмите сумму.",
    missing:
      "Шаг {step}: {n} {n|пропуск не учтён|пропуска не учтены|пропусков не учтены}, поэтому некоторые суммы взяты по меньшему числу признаков.",
    layers: "Шаг {step}: для слоёв ({names}) сумма и среднее не берутся; слои убраны.",
  },
});
