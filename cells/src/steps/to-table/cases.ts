// What the contract suite runs of the step to-table.

import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [{ options: { shape: "samples" } }, { options: { shape: "wide" } }, { options: { shape: "long" } }],
  bad: [{ options: { shape: "round" }, says: /shape/ }],
};
