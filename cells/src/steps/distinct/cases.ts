// What the contract suite runs of the step distinct.

import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [{ options: {} }, { options: { columns: ["sex", "__proto__"] } }],
};
