// What the contract suite draws of the family point.

import type { ChartCases } from "../../testing/describe-chart.ts";

export const cases: ChartCases = {
  draws: { x: "value", y: "weight", color: "group" },
  examples: [{ smallestAbove: true }, { trend: "line" }, { trend: "smooth" }],
  log: "logY",
  tells: { of: "individuals" },
};
