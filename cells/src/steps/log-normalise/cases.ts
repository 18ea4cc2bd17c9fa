// What the contract suite runs of the step log-normalise.

import { aCell } from "../../testing/describe-kind.ts";
import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [{ options: {} }, { options: { factor: 1_000_000 } }, { options: { factor: aCell("number") } }],
};
