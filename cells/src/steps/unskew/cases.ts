// What the contract suite runs of the step unskew.

import type { StepCases } from "../../testing/describe-step.ts";
import { shapes } from "./step.ts";

export const cases: StepCases = {
  examples: [
    ...shapes.filter((by) => by !== "box-cox").map((by) => ({ options: { columns: ["n", "x μ"], by } })),
    { options: { columns: ["n"], by: "box-cox" } },
  ],
  bad: [{ options: { by: "cube" }, says: /by/ }],
};
