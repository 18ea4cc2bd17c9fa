// What the contract suite runs of the step map-values.

import { aCell } from "../../testing/describe-kind.ts";
import type { StepCases } from "../../testing/describe-step.ts";

const pairs = [
  { from: "f", to: "female" },
  { from: "m", to: "" },
];
export const cases: StepCases = {
  examples: [
    { options: { column: "sex", pairs } },
    { options: { column: "n", pairs: [{ from: "2", to: "two" }], others: "missing", name: "слово" } },
    { options: { column: "ген", with: aCell("other"), key: "symbol", value: "возраст", others: "missing", name: "age" } },
    { options: { column: "ген", with: aCell("other"), key: "symbol", value: "id" } },
  ],
  bad: [{ options: { others: "guess" }, says: /others/ }],
};
