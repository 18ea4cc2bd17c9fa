// What the contract suite runs of the step unskew.

import type { StepCases } from "../../testing/describe-step.ts";
import { shapes } from "./step.ts";

export const cases: StepCases = {
  examples: [
    ...shapes.filter((by) => by !== "box-cox").map((by) => ({ options: { columns: ["n", "x μ"], by }, on: ["table" as const] })),
    { options: { columns: ["n"], by: "box-cox" }, on: ["table"] },
    { options: { by: "asinh" }, on: ["assay"] },
    { options: { by: "log1p" }, on: ["assay"] },
    { options: { by: "log2" }, on: ["assay"] },
  ],
  bad: [{ options: { by: "cube" }, says: /by/ }],
};
