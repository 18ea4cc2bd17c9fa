// What the contract suite runs of the step impute-iterative.

import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [{ options: { columns: ["n", "x μ", "__proto__"] } }, { options: { columns: ["x μ"], rounds: 2 } }],
  bad: [{ options: { rounds: 0 }, says: /rounds/ }],
};
