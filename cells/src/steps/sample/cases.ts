// What the contract suite runs of the step sample.

import { aCell } from "../../testing/describe-kind.ts";
import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [{ options: { size: { fraction: 0.5 }, seed: 7 } }, { options: { size: { rows: aCell("number") } } }],
  bad: [{ options: { seed: 0.5 }, says: /seed/ }],
};
