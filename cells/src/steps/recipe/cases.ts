// What the contract suite runs of the step recipe.

import { recipeDigest } from "../../testing/step-data.ts";
import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [
    { options: { from: { ref: "cell_fitted_table", port: "fitted" } }, on: ["table"] },
    { options: { from: { ref: "cell_fitted_matrix", port: "fitted" } }, on: ["assay"] },
    { options: { from: { digest: recipeDigest, name: "fill.recipe.json", size: 1 } }, on: ["table"] },
    { options: { from: { digest: recipeDigest, name: "fill.recipe.json", size: 1 }, onFail: "say" }, on: ["table"] },
  ],
  bad: [
    { options: { from: { digest: "abc", name: "x", size: 1 } }, says: /from/ },
    { options: { onFail: "shrug" }, says: /onFail/ },
    { options: { from: "clean" }, says: /from/ },
  ],
};
