// What the contract suite runs of the step derive.

import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [{ options: { name: "ранг", formula: "log2(n + 1) * `x μ`" } }, { options: { name: "n", formula: "n * 2" } }],
  bad: [{ options: { name: "x", formula: "1", code: "process.exit()" }, says: /code/ }],
};
