// What the contract suite runs of the step scale.

import type { StepCases } from "../../testing/describe-step.ts";
import { scalings } from "./step.ts";

export const cases: StepCases = {
  examples: scalings.map((by) => ({ options: { columns: ["n", "x μ"], by } })),
  bad: [{ options: { by: "size" }, says: /by/ }],
};
