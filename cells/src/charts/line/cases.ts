// What the contract suite draws of the family line.

import type { ChartCases } from "../../testing/describe-chart.ts";

export const cases: ChartCases = {
  draws: { x: "value", y: "weight", color: "group" },
  examples: [{ points: true }, { band: "ci" }],
  log: "logY",
  tells: { of: "individuals" },
};
