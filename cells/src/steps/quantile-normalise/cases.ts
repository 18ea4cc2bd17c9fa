// What the contract suite runs of the step quantile-normalise.

import type { StepCases } from "../../testing/describe-step.ts";
import { logsOfBatches } from "../../testing/step-data.ts";

export const cases: StepCases = {
  assay: logsOfBatches,
  examples: [{ options: {} }],
};
