// What the contract suite runs of the step split.

import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [
    { options: {} },
    { options: { test: 0.4, validation: 0.2, seed: 3, duplicates: false } },
    { options: { test: 0.5, stratify: "sex", together: ["ген"] }, on: ["table"] },
    { options: { test: 0.5, after: "n" }, on: ["table"] },
    { options: { test: 0.5, stratify: "group", name: "часть" }, on: ["assay"] },
  ],
  bad: [{ options: { test: 2 }, says: /test/ }],
};
