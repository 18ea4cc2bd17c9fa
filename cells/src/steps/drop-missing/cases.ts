// What the contract suite runs of the step drop-missing.

import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [{ options: {} }, { options: { columns: ["x μ", "ген"] } }],
};
