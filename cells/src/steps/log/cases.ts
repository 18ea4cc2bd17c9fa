// What the contract suite runs of the step log.

import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [{ options: { base: 10, prior: 0.5 } }, { options: { base: "e" } }, { options: { floor: 20, prior: 0 } }],
  bad: [{ options: { base: 3 }, says: /base/ }],
};
