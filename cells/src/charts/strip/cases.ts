// What the contract suite draws of the family strip.

import type { ChartCases } from "../../testing/describe-chart.ts";

export const cases: ChartCases = {
  draws: { x: "group", y: "value" },
  log: "logY",
  tells: { of: "individuals" },
};
