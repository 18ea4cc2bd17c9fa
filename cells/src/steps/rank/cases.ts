// What the contract suite runs of the step rank.

import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [
    { options: {}, on: ["assay"] },
    { options: { within: "features", ties: "min", descending: true }, on: ["assay"] },
    { options: { column: "x μ" }, on: ["table"] },
    { options: { column: "ген", name: "n", by: ["sex"], ties: "dense" }, on: ["table"] },
    { options: { column: "n", name: "место", by: ["sex", "__proto__"], ties: "first", descending: true }, on: ["table"] },
  ],
  bad: [
    { options: { ties: "random" }, says: /ties/ },
    { options: { name: "" }, says: /name/ },
  ],
};
