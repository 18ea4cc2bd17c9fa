// What the contract suite runs of the step vst.

import type { StepCases } from "../../testing/describe-step.ts";
import { countsMatrix } from "../../testing/step-data.ts";

export const cases: StepCases = {
  assay: { ...countsMatrix, values: { layout: "dense", data: Float32Array.of(10, 3, 20, 1, 5, 30, 90, 95, 180, 10, 40, 20) } },
  examples: [{ options: { of: "all", trend: "mean" } }],
  bad: [{ options: { of: "some" }, says: /of/ }],
};
