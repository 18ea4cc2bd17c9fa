// Least squares.

import type { FamilyWork } from "../../contract/regression-family.ts";
import { explained } from "../../stats/regression/diagnostics.ts";
import { gaussian } from "../../stats/regression/families.ts";
import { fitGlm } from "../../stats/regression/fit-glm.ts";
import { answersOf, isConstant } from "../parts/glm.ts";
import type { LinearOptions } from "./card.ts";

export const work: FamilyWork<LinearOptions> = {
  fit(_options, data) {
    if (isConstant(data.outcome)) return "constant";
    const made = fitGlm({ ...data, offset: null }, gaussian);
    if ("failed" in made) return made.failed;
    const { fit } = made;
    const around = fit.means.reduce((sum, value) => sum + value * value, 0);
    // What is left is rounding: the outcome is a sum of the columns.
    if (fit.deviance <= 1e-20 * around || fit.residualDf < 1) return "perfect";
    const { deviance: _likelihood, profile: _profile, ...answers } = answersOf({ ...data, offset: null }, gaussian, fit);
    const whole = explained(data.columns, data.outcome, fit.deviance, data.intercept);
    return {
      ...answers,
      facts: [
        { key: "r-squared", value: whole.squared },
        { key: "adjusted-r-squared", value: whole.adjusted },
        ...(whole.df > 0 ? [{ key: "overall-f" as const, value: whole.f, more: whole.df }] : []),
        { key: "sigma", value: Math.sqrt(fit.dispersion), more: fit.residualDf },
        { key: "log-likelihood", value: fit.logLikelihood },
        { key: "aic", value: fit.aic },
      ],
    };
  },
  mean: (_options, predictor) => predictor,
  inR: (_options, { formula }) => [`fit <- lm(${formula}, data = d)`],
};
