// What the contract suite draws of the family box.

import type { ChartCases } from "../../testing/describe-chart.ts";

export const cases: ChartCases = {
  draws: { x: "group", y: "value" },
  examples: [{ points: false }],
  log: "logY",
  tells: { of: "groups", statistics: ["count", "median", "extreme", "value"] },
};
