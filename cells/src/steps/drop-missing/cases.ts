// What the contract suite runs of the step drop-missing.

import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [
    { options: {} },
    { options: { columns: ["x μ", "ген"] } },
    { options: { above: 0.25 } },
    { options: { drop: "columns", above: 0.2 } },
    { options: { drop: "columns", columns: ["n"] } },
  ],
  bad: [{ options: { above: 2 }, says: /above/ }],
};
