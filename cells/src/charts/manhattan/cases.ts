// What the contract suite draws of the family manhattan.

import type { ChartCases } from "../../testing/describe-chart.ts";

export const cases: ChartCases = {
  draws: { color: "group", x: "weight", y: "value" },
  examples: [{ values: "minus-log10" }, { significant: 0, suggestive: 0 }, { place: "g1" }, { place: "g1:1-20" }],
  log: null,
  groups: false,
  tells: { of: "individuals" },
};
