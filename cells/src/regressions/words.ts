// Why a regression has no answer, what is doubtful in one, and what the numbers of a whole model are called.

import { defineWords } from "../messages/define-words.ts";

export const words = defineWords("regressions", {
  en: {
    constant: "The outcome is the same in all rows that are left: there is nothing to explain. Choose another outcome.",
    "not-counts":
      "Counts are whole numbers from 0, and some values of the outcome are not. Choose Linear, or Gamma for numbers above 0.",
    "not-positive": "Gamma takes numbers above 0, and some values of the outcome are not. Choose Linear.",
    "no-spread":
      "The counts vary no more than chance alone makes them, so the spread of a negative binomial cannot be told. Choose Poisson.",
    "no-end": "The fit comes to no rest. Leave columns out of the design, or bring numbers to one size first.",
    "not-told-apart":
      "Columns of the design cannot be told apart in the rows that carry weight. Leave one out, or choose Firth's penalty where the outcome is one of two.",
    perfect:
      "The design gives the outcome exactly, and nothing is left to tell chance by. Look whether a column of the design is the outcome written another way.",
    "needs-groups": "A mixed model asks whose rows belong together. Choose the column of individuals (Blocks).",
    "kr-needs-reml": "Kenward and Roger's degrees of freedom are made for REML. Choose REML, or Satterthwaite's.",
    overdispersed:
      "The counts vary {ratio} times as much as a Poisson model takes for granted: its errors are too small and its p values too. Choose Negative binomial.",
    "overdispersed-taken":
      "The counts vary {ratio} times as much as a Poisson model takes for granted: these errors take that into account.",
    singular:
      "Individuals differ no more than chance makes them: their spread is estimated as 0, and the model is a linear one with its degrees of freedom.",
    "r-squared": "R²",
    "adjusted-r-squared": "Adjusted R²",
    "overall-f": "F of the whole model",
    sigma: "Residual deviation",
    deviance: "Deviance",
    "null-deviance": "Deviance without the design",
    dispersion: "Dispersion (Pearson)",
    theta: "θ of the negative binomial",
    "log-likelihood": "Log-likelihood",
    aic: "AIC",
    between: "Variance between individuals",
    within: "Variance within individuals",
    shared: "Share of the variance between individuals",
  },
  ru: {
    constant: "Исход одинаков во всех оставшихся строках: объяснять нечего. Выберите другой исход.",
    "not-counts":
      "Счёт — это целые числа от 0, а среди значений исхода есть другие. Выберите линейную или, для чисел больше 0, гамму.",
    "not-positive": "Гамма берёт числа больше 0, а среди значений исхода есть другие. Выберите линейную.",
    "no-spread":
      "Счёт колеблется не сильнее, чем велит один случай, и разброс отрицательного биномиального не определить. Выберите пуассоновскую.",
    "no-end": "Подгонка не сходится. Уберите столбцы из плана или приведите числа к одному размеру.",
    "not-told-apart":
      "Столбцы плана не различить в строках, которые что-то весят. Уберите один или, если исход — один из двух, выберите поправку Фёрта.",
    perfect:
      "План даёт исход в точности, и случайности судить не по чему. Проверьте, не записан ли исход в одном из столбцов плана иначе.",
    "needs-groups": "Смешанной модели нужно знать, чьи строки вместе. Выберите столбец особей (блоки).",
    "kr-needs-reml": "Степени свободы Кенуорда и Роджера сделаны для REML. Выберите REML или степени Саттертуэйта.",
    overdispersed:
      "Счёт колеблется в {ratio} раза сильнее, чем принимает модель Пуассона: её ошибки и p занижены. Выберите отрицательную биномиальную.",
    "overdispersed-taken": "Счёт колеблется в {ratio} раза сильнее, чем принимает модель Пуассона: эти ошибки это учитывают.",
    singular:
      "Особи различаются не больше, чем велит случай: их разброс оценён нулём, и модель стала линейной со степенями свободы линейной.",
    "r-squared": "R²",
    "adjusted-r-squared": "Скорректированный R²",
    "overall-f": "F модели в целом",
    sigma: "Остаточное отклонение",
    deviance: "Девианс",
    "null-deviance": "Девианс без плана",
    dispersion: "Дисперсионный параметр (Пирсон)",
    theta: "θ отрицательного биномиального",
    "log-likelihood": "Логарифм правдоподобия",
    aic: "AIC",
    between: "Дисперсия между особями",
    within: "Дисперсия внутри особей",
    shared: "Доля дисперсии между особями",
  },
});
