// What the contract suite runs of the step summarise.

import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [
    {
      options: {
        by: ["sex"],
        values: [
          { name: "люди", take: "count" },
          { name: "m", take: "median", column: "x μ" },
          { name: "last", take: "max", column: "ген" },
        ],
      },
    },
    { options: { values: [{ name: "k", take: "distinct", column: "sex" }] } },
  ],
  bad: [{ options: { values: [{ name: "n", take: "eval", column: "x" }] }, says: /take/ }],
};
