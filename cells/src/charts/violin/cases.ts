// What the contract suite draws of the family violin.

import type { ChartCases } from "../../testing/describe-chart.ts";

export const cases: ChartCases = {
  draws: { x: "group", y: "value" },
  examples: [{ width: "widest" }, { inner: false }],
  log: "logY",
  tells: { of: "groups", statistics: ["count", "median", "density"] },
};
