// What the contract suite runs of the step bin.

import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [
    { options: { columns: ["n", "x μ"] } },
    { options: { columns: ["n"], how: { by: "width", count: 3 }, label: "number" } },
    { options: { columns: ["x μ"], how: { by: "edges", edges: [0, 2] }, keep: true } },
    { options: { columns: ["n"], how: { by: "tree", target: "sex", least: 1 } } },
    { options: { columns: ["n"], how: { by: "tree", target: "x μ", leaves: 2, least: 1 } } },
  ],
  bad: [
    { options: { how: { by: "width", count: 1 } }, says: /how/ },
    { options: { how: { by: "edges", edges: ["a"] } }, says: /how/ },
  ],
};
