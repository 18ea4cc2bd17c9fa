// What the contract suite runs of the step log-cpm.

import { aCell } from "../../testing/describe-kind.ts";
import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [
    { options: { prior: 2 } },
    { options: { prior: aCell("number") } },
    { options: {} },
    { options: { of: "counts", prior: 2 } },
  ],
};
