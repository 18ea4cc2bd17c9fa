// What the contract suite runs of the step head.

import { aCell } from "../../testing/describe-kind.ts";
import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [{ options: { rows: 2 } }, { options: { rows: aCell("number") } }, { options: {} }],
};
