// What the contract suite runs of the step fold.

import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [
    { options: { columns: ["n", "x μ"], name: "что", value: "сколько" } },
    { options: { columns: ["ген", "__proto__"] } },
  ],
  bad: [{ options: { name: "" }, says: /name/ }],
};
