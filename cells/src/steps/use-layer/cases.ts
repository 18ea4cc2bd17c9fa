// What the contract suite runs of the step use-layer.

import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [{ options: { layer: "log" } }, { options: { layer: "нет" }, on: [] }],
};
