// What the contract suite runs of the step join.

import { aCell } from "../../testing/describe-kind.ts";
import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: (["inner", "left", "full", "anti", "semi"] as const).map((how) => ({
    options: { with: aCell("other"), on: [{ left: "ген", right: "symbol" }], how },
  })),
  bad: [{ options: { how: "cross" }, says: /how/ }],
};
