// What the contract suite runs of the step pivot.

import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [{ options: { names: "sex", values: "x μ", take: "mean" } }, { options: { names: "ген", values: "n" } }],
  bad: [{ options: { take: "last" }, says: /take/ }],
};
