// What the contract suite runs of the step balance.

import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [
    { options: { column: "sex" }, on: ["table"] },
    { options: { column: "sex", how: { by: "undersample" }, seed: 2 }, on: ["table"] },
    { options: { column: "sex", how: { by: "smote", columns: ["x μ"], neighbours: 2 }, share: 0.5 }, on: ["table"] },
    { options: { column: "sex", how: { by: "smote-nc", columns: ["x μ"], neighbours: 1 }, share: 0.5 }, on: ["table"] },
    { options: { column: "group" }, on: ["assay"] },
  ],
  bad: [
    { options: { how: { by: "magic" } }, says: /how/ },
    { options: { share: 0 }, says: /share/ },
  ],
};
