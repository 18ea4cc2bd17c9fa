// What the contract suite runs of the step split-column.

import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [
    { options: { column: "ген", at: " ", into: ["имя", "номер"] } },
    { options: { column: "sex", into: ["пол"], keep: false } },
  ],
  bad: [{ options: { at: "" }, says: /at/ }],
};
