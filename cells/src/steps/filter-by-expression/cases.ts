// What the contract suite runs of the step filter-by-expression.

import { aCell } from "../../testing/describe-kind.ts";
import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [
    { options: { compare: { by: "none" }, minCount: 1, minTotalCount: 0 } },
    { options: { compare: { by: "none" }, minCount: aCell("number") } },
    { options: { compare: { by: "group", column: "group" } } },
    { options: { compare: { by: "design", design: { formula: "~ group", missing: "drop" } } } },
    { options: { compare: { by: "design", design: { formula: "~ 1" } } } },
  ],
  bad: [{ options: { compare: { by: "luck" } }, says: /compare/ }],
};
