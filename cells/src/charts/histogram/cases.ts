// What the contract suite draws of the family histogram.

import type { ChartCases } from "../../testing/describe-chart.ts";

export const cases: ChartCases = {
  draws: { x: "value", color: "group" },
  examples: [{ bins: 4 }],
  log: "logX",
  tells: { of: "groups", statistics: ["count", "median", "extreme"] },
};
