// What the contract suite runs of the step filter-features.

import { aCell } from "../../testing/describe-kind.ts";
import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [
    { options: { rule: { by: "total", above: 5 } } },
    { options: { rule: { by: "count", min: aCell("number"), samples: 2 } } },
    { options: { rule: { by: "count", min: 0, samples: 3 } } },
  ],
  bad: [{ options: { rule: { by: "luck" } }, says: /rule/ }],
};
