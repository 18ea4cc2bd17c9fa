// What the contract suite runs of the step recipe.

import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [
    { options: { from: { ref: "cell_fitted_table", port: "fitted" } }, on: ["table"] },
    { options: { from: { ref: "cell_fitted_matrix", port: "fitted" } }, on: ["assay"] },
  ],
  bad: [{ options: { from: "clean" }, says: /from/ }],
};
