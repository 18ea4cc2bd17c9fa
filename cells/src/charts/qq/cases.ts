// What the contract suite draws of the family qq.

import type { ChartCases } from "../../testing/describe-chart.ts";

export const cases: ChartCases = {
  draws: { y: "value" },
  examples: [{ values: "minus-log10" }],
  log: null,
  groups: false,
  tells: { of: "individuals" },
};
