// What the contract suite draws of the family pairs.

import type { ChartCases } from "../../testing/describe-chart.ts";

export const cases: ChartCases = {
  draws: { color: "group" },
  examples: [{ diagonal: "histogram" }, { method: "spearman" }, { columns: ["weight", "value"] }],
  log: null,
  missing: "chart-pairs.note-missing",
  tells: { of: "individuals" },
};
