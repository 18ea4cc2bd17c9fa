// What the screen calls cells of this kind, its tasks in the add menu, and what such a cell waits for.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("kind-regression", {
  en: {
    title: "Regression",
    regression: "Fit a regression",
    "regression-line": "What an outcome depends on: linear, logistic, Poisson or mixed model, with comparisons of groups",
    "regression-words":
      "regression linear model lm glm logistic poisson negative binomial gamma mixed lmer random intercept anova ancova odds ratio rate ratio covariate adjust tukey emmeans marginal means repeated measures",
    "needs-from": "Choose a table or a matrix.",
    "needs-outcome": "Choose the outcome: what is to be explained.",
    "needs-design": "Choose what the outcome may depend on.",
  },
  ru: {
    title: "Регрессия",
    regression: "Подогнать регрессию",
    "regression-line": "От чего зависит исход: линейная, логистическая, пуассоновская или смешанная модель, сравнения групп",
    "regression-words":
      "регрессия линейная модель логистическая пуассоновская отрицательная биномиальная гамма смешанная случайный эффект анова ковариата отношение шансов тьюки маргинальные средние повторные измерения",
    "needs-from": "Выберите таблицу или матрицу.",
    "needs-outcome": "Выберите исход: то, что нужно объяснить.",
    "needs-design": "Выберите, от чего исход может зависеть.",
  },
});
