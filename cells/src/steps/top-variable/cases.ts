// What the contract suite runs of the step top-variable.

import { aCell } from "../../testing/describe-kind.ts";
import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [{ options: { count: 2 } }, { options: { count: aCell("number") } }],
};
