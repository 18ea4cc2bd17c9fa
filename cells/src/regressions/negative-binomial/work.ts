// Negative binomial regression.

import type { FamilyWork } from "../../contract/regression-family.ts";
import { negativeBinomialFamily } from "../../stats/regression/families.ts";
import { fitNegativeBinomial } from "../../stats/regression/theta-of-counts.ts";
import { answersOf, isConstant, isCounts } from "../parts/glm.ts";
import type { NegativeBinomialOptions } from "./card.ts";

export const work: FamilyWork<NegativeBinomialOptions> = {
  async fit(_options, data) {
    if (!isCounts(data.outcome)) return "not-counts";
    if (isConstant(data.outcome)) return "constant";
    const turns = fitNegativeBinomial(data);
    let turn = turns.next();
    for (; !turn.done; turn = turns.next()) await data.pause?.(turn.value === undefined ? undefined : 1 - 1 / (turn.value + 2));
    const made = turn.value;
    if ("failed" in made) return made.failed;
    if (made.fit.unbounded.length > 0) return { separated: made.fit.unbounded };
    const answer = answersOf(data, negativeBinomialFamily(made.theta), made.fit);
    return { ...answer, facts: [{ key: "theta", value: made.theta, more: made.thetaError }, ...answer.facts] };
  },
  mean: (_options, predictor) => Math.exp(predictor),
  inR: (_options, { formula, offset }) => [
    "library(MASS)",
    `fit <- glm.nb(${offset ? `${formula} + offset(log(${offset}))` : formula}, data = d)`,
  ],
};
