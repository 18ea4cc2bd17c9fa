// What the contract suite runs of the step cpm.

import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [{ options: {} }],
};
