// What the contract suite runs of the step sort.

import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [
    { options: { by: [{ column: "x μ" }, { column: "ген", descending: true }] }, on: ["table"] },
    { options: { by: [{ column: "gene", descending: true }] }, on: ["assay"] },
  ],
};
