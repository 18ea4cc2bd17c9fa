// What the contract suite runs of the step repair-genes.

import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [
    { options: {}, on: ["assay"] },
    { options: { column: "ген", aliases: true } },
    { options: { column: "ген", to: "then" } },
  ],
  bad: [{ options: { to: "yesterday" }, says: /to/ }],
};
