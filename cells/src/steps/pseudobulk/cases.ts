// What the contract suite runs of the step pseudobulk.

import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [
    { options: { by: ["group"], least: 1 } },
    { options: { by: ["group", "sample"], how: "mean", least: 1 } },
    { options: { by: ["group"] }, on: [] },
  ],
  bad: [
    { options: { how: "median" }, says: /how/ },
    { options: { least: 0 }, says: /least/ },
  ],
};
