// What the contract suite runs of the step size-factors.

import type { StepCases } from "../../testing/describe-step.ts";
import { factorRules } from "./step.ts";

export const cases: StepCases = {
  examples: factorRules.map((by) => ({ options: { by } })),
  bad: [{ options: { by: "size" }, says: /by/ }],
};
