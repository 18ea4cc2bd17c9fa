// What the contract suite draws of the family beeswarm.

import type { ChartCases } from "../../testing/describe-chart.ts";

export const cases: ChartCases = {
  draws: { x: "group", y: "value" },
  examples: [{ median: false }, { brackets: { pairs: "all" } }],
  log: "logY",
  tells: { of: "individuals" },
};
