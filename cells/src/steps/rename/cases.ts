// What the contract suite runs of the step rename.

import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [
    {
      options: {
        columns: [
          { from: "n", to: "число" },
          { from: "__proto__", to: "constructor" },
        ],
      },
    },
  ],
};
