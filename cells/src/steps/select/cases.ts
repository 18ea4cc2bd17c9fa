// What the contract suite runs of the step select.

import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [{ options: { columns: ["n", "ген"] } }, { options: { columns: ["__proto__"], action: "drop" } }],
  bad: [{ options: { columns: [""] }, says: /columns/ }],
};
