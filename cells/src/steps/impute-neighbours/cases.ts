// What the contract suite runs of the step impute-neighbours.

import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [
    { options: { columns: ["n", "x μ"], neighbours: 2 } },
    { options: { columns: ["n", "x μ", "__proto__"], weights: "distance" } },
  ],
  bad: [{ options: { neighbours: 0 }, says: /neighbours/ }],
};
