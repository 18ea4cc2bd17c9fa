// What the contract suite runs of the step merge-labels.

import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [
    { options: { column: "sex", groups: [{ to: "female", from: ["f", "F"] }] } },
    {
      options: {
        column: "ген",
        groups: [
          { to: "Xist", from: ["__proto__", "🧬"] },
          { to: "constructor", from: ["Trp53"] },
        ],
      },
    },
  ],
  bad: [{ options: { groups: [{ to: "", from: [] }] }, says: /groups/ }],
};
