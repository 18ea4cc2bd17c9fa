// What the contract suite runs of the step z-score.

import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [{ options: {} }],
};
