// What the contract suite draws of the family heatmap.

import type { ChartCases } from "../../testing/describe-chart.ts";

export const cases: ChartCases = {
  draws: { x: "group", y: "other", color: "value" },
  log: null,
  tells: { of: "groups", statistics: ["count", "mean"] },
};
