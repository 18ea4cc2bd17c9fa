// What the contract suite runs of the step extract.

import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [
    { options: { column: "ген", pattern: "(\\d+)", into: ["номер"], as: "number" } },
    { options: { column: "ген", pattern: "^(x)(.*?)t?$", into: ["a", "b"], ignoreCase: true, keep: false } },
  ],
  bad: [{ options: { as: "date" }, says: /as/ }],
};
