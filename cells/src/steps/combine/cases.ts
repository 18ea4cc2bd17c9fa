// What the contract suite runs of the step combine.

import { aCell } from "../../testing/describe-kind.ts";
import type { StepCases } from "../../testing/describe-step.ts";

const others = [{ cell: aCell("matrix"), lab: "Б" }];
export const cases: StepCases = {
  examples: [
    { options: { others, lab: "A" } },
    { options: { others, lab: "A", features: "all", names: "prefix", column: "откуда" } },
    { options: { others, column: "", versions: "strip", scales: "any" } },
    { options: { others: [{ cell: aCell("other"), lab: "B" }] }, on: [] },
  ],
  bad: [{ options: { features: "some" }, says: /features/ }],
};
