// Logistic regression, and with Firth's penalty.

import type { FamilyWork, FittedRegression, NoFit, RegressionData } from "../../contract/regression-family.ts";
import { influenceOf } from "../../stats/regression/diagnostics.ts";
import { binomial } from "../../stats/regression/families.ts";
import { firthTest, fitFirth } from "../../stats/regression/firth.ts";
import { glmOf, isConstant } from "../parts/glm.ts";
import type { LogisticOptions } from "./card.ts";

export const work: FamilyWork<LogisticOptions> = {
  fit({ firth }, data) {
    if (isConstant(data.outcome)) return "constant";
    return firth ? firthOf(data) : glmOf({ ...data, offset: null }, binomial);
  },
  mean: (_options, predictor) => binomial.mean(predictor),
  inR: ({ firth }, { formula }) =>
    firth
      ? [
          "library(brglm2)",
          `fit <- glm(${formula}, data = d, family = binomial, method = "brglmFit", type = "AS_mean")`,
          "# tests and intervals of the penalised likelihood",
          `logistf::logistf(${formula}, data = d)`,
        ]
      : [`fit <- glm(${formula}, data = d, family = binomial)`],
};

function firthOf({ columns, outcome }: RegressionData): FittedRegression | NoFit {
  const fit = fitFirth(columns, outcome);
  if (!fit) return "no-end";
  const { standardised, cooks } = influenceOf({ ...fit, dispersion: 1 }, columns.length);
  return {
    coefficients: fit.coefficients,
    variance: fit.unscaled,
    df: () => Number.POSITIVE_INFINITY,
    pieces: fit,
    profile: (at, level) => firthTest(columns, outcome, fit, { at, level }),
    residualDf: outcome.length - columns.length,
    means: fit.means,
    standardised,
    leverages: fit.leverages,
    cooks,
    residuals: outcome.map((value, row) => value - (fit.means[row] as number)),
    facts: [
      { key: "deviance", value: fit.deviance, more: outcome.length - columns.length },
      { key: "log-likelihood", value: -fit.deviance / 2 },
    ],
    doubts: [],
  };
}
