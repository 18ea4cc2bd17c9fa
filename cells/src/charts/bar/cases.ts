// What the contract suite draws of the family bar.

import type { ChartCases } from "../../testing/describe-chart.ts";

export const cases: ChartCases = {
  draws: { x: "group", y: "value" },
  options: { measure: "mean" },
  examples: [
    { measure: "count" },
    { measure: "sum", stacked: true },
    { measure: "median" },
    { interval: "ci" },
    { interval: "sd", stacked: true },
  ],
  log: "logY",
  tells: { of: "groups", statistics: ["count", "mean"] },
};
