// A random intercept for each individual.

import type { FamilyWork } from "../../contract/regression-family.ts";
import { freedomOfMixed } from "../../stats/regression/freedom-of-mixed.ts";
import { fitRandomIntercept } from "../../stats/regression/random-intercept.ts";
import { isConstant } from "../parts/glm.ts";
import { words } from "../words.ts";
import type { MixedOptions } from "./card.ts";

export const work: FamilyWork<MixedOptions> = {
  fit({ method, freedom: way }, data) {
    const { groups, columns, outcome } = data;
    if (!groups) return "needs-groups";
    if (way === "kenward-roger" && method === "ml") return "kr-needs-reml";
    if (isConstant(outcome)) return "constant";
    const fit = fitRandomIntercept({ columns, outcome, groups }, method === "reml");
    if (!fit) return "not-told-apart";
    const size = outcome.reduce((sum, value) => sum + value * value, 0) / outcome.length;
    if (fit.within <= 1e-20 * size) return "perfect";
    const known = freedomOfMixed({ columns, outcome, groups }, fit);
    const freedom = way === "kenward-roger" ? (known.kenwardRoger ?? known.satterthwaite) : known.satterthwaite;
    const deviation = Math.sqrt(fit.within);
    const residuals = outcome.map((value, row) => value - (fit.fitted[row] as number));
    return {
      coefficients: fit.coefficients,
      variance: freedom.variance,
      df: (weights) => freedom.df(weights),
      together: (rows) => freedom.together(rows),
      pieces: null,
      residualDf: outcome.length - columns.length,
      means: fit.fitted,
      standardised: residuals.map((value) => value / deviation),
      leverages: null,
      cooks: null,
      residuals,
      facts: [
        { key: "between", value: fit.between },
        { key: "within", value: fit.within },
        { key: "shared", value: fit.between / (fit.between + fit.within) },
        { key: "log-likelihood", value: fit.logLikelihood },
        { key: "aic", value: fit.aic },
      ],
      doubts: fit.isSingular ? [words.sentence("singular")] : [],
    };
  },
  mean: (_options, predictor) => predictor,
  inR: ({ method }, { formula }) => [
    "library(lmerTest)",
    `fit <- lmer(${formula}, data = d${method === "ml" ? ", REML = FALSE" : ""})`,
  ],
};
