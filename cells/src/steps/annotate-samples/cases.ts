// What the contract suite runs of the step annotate-samples.

import { aCell } from "../../testing/describe-kind.ts";
import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [{ options: { with: aCell("other"), on: [{ left: "sample", right: "id" }] } }, { options: { with: aCell("other") } }],
};
