// What the contract suite runs of the step remove-batch.

import type { StepCases } from "../../testing/describe-step.ts";
import { logsOfBatches } from "../../testing/step-data.ts";

export const cases: StepCases = {
  assay: logsOfBatches,
  examples: [
    { options: { batch: "партия" } },
    { options: { batch: "партия", batch2: "group", covariates: ["n"], level: "mean" } },
    { options: { covariates: ["n"], keep: { formula: "~ group" } } },
  ],
  bad: [{ options: { level: "sea" }, says: /level/ }],
};
