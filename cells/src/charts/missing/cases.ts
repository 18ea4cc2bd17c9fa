// What the contract suite draws of the family missing.

import type { ChartCases } from "../../testing/describe-chart.ts";

export const cases: ChartCases = {
  draws: {},
  examples: [{ shows: "patterns" }, { arranged: "data" }, { columns: ["value", "group"] }],
  log: null,
  groups: false,
  missing: "chart-missing.note-counts",
  tells: { of: "individuals" },
};
