// What the contract suite draws of the family sets.

import type { ChartCases } from "../../testing/describe-chart.ts";

export const cases: ChartCases = {
  draws: { x: "group", y: "value" },
  options: { below: 1000 },
  examples: [{ shows: "upset" }, { shows: "venn" }],
  log: null,
  groups: false,
  tells: { of: "groups", statistics: ["count", "step"] },
  fewest: 2,
};
