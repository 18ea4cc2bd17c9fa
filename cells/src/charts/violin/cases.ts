// What the contract suite draws of the family violin.

import type { ChartCases } from "../../testing/describe-chart.ts";

export const cases: ChartCases = {
  draws: { x: "group", y: "value" },
  examples: [
    { brackets: { pairs: "all" } },
    { brackets: { pairs: "against", against: "g1", test: "mann-whitney", adjust: "holm" } },
    { brackets: { pairs: "chosen", chosen: [["g0", "g2"]], test: "dunn" } },
    { width: "widest" },
    { inner: false },
  ],
  log: "logY",
  tells: { of: "groups", statistics: ["count", "median", "density"] },
};
