// What the contract suite draws of the family correlation.

import type { ChartCases } from "../../testing/describe-chart.ts";

export const cases: ChartCases = {
  draws: {},
  examples: [{ method: "spearman" }, { clustered: false }, { columns: ["weight", "value"] }],
  log: null,
  groups: false,
  missing: "chart-correlation.note-pairwise",
  tells: { of: "groups", statistics: ["count", "mean"] },
};
