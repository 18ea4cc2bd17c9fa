// Gamma regression with a log link.

import type { FamilyWork } from "../../contract/regression-family.ts";
import { gammaFamily } from "../../stats/regression/families.ts";
import { glmOf, isConstant } from "../parts/glm.ts";
import type { GammaOptions } from "./card.ts";

export const work: FamilyWork<GammaOptions> = {
  fit(_options, data) {
    if (data.outcome.some((value) => !(value > 0))) return "not-positive";
    if (isConstant(data.outcome)) return "constant";
    return glmOf({ ...data, offset: null }, gammaFamily);
  },
  mean: (_options, predictor) => Math.exp(predictor),
  inR: (_options, { formula }) => [`fit <- glm(${formula}, data = d, family = Gamma("log"))`],
};
