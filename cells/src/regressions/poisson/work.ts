// Poisson regression.

import type { FamilyWork } from "../../contract/regression-family.ts";
import { poissonFamily } from "../../stats/regression/families.ts";
import { glmOf, isConstant, isCounts, overdispersed, spreadDoubt } from "../parts/glm.ts";
import type { PoissonOptions } from "./card.ts";

export const work: FamilyWork<PoissonOptions> = {
  async fit(_options, data) {
    if (!isCounts(data.outcome)) return "not-counts";
    if (isConstant(data.outcome)) return "constant";
    const answer = await glmOf(data, poissonFamily);
    if (typeof answer === "string" || "separated" in answer) return answer;
    const pearson = answer.means.reduce(
      (sum, mean, row) => sum + ((data.outcome[row] as number) - mean) ** 2 / poissonFamily.variance(mean),
      0,
    );
    const ratio = pearson / answer.residualDf;
    return {
      ...answer,
      facts: [...answer.facts, { key: "dispersion", value: ratio }],
      doubts: ratio > overdispersed ? [spreadDoubt(ratio)] : [],
    };
  },
  mean: (_options, predictor) => Math.exp(predictor),
  inR: (_options, { formula, offset }) => [
    `fit <- glm(${formula}, data = d, family = poisson${offset ? `, offset = log(${offset})` : ""})`,
  ],
};
