// What the contract suite runs of the step combat.

import type { StepCases } from "../../testing/describe-step.ts";
import { logsOfBatches } from "../../testing/step-data.ts";

export const cases: StepCases = {
  assay: logsOfBatches,
  examples: [
    { options: { batch: "партия" } },
    { options: { batch: "партия", prior: "non-parametric" } },
    { options: { batch: "партия", keep: { formula: "~ group" }, reference: "два" } },
    { options: { batch: "партия", meanOnly: true } },
  ],
  bad: [{ options: { prior: "mine" }, says: /prior/ }],
};
