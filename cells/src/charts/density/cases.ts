// What the contract suite draws of the family density.

import type { ChartCases } from "../../testing/describe-chart.ts";

export const cases: ChartCases = {
  draws: { x: "value", color: "group" },
  examples: [{ arranged: "ridges" }, { height: "highest" }, { arranged: "ridges", height: "count" }],
  log: "logX",
  tells: { of: "groups", statistics: ["count", "median", "density"] },
};
