// What limma calls its numbers: the columns of topTable, and what lmFit and eBayes keep of each feature.

import type { DifferentialMethod } from "../../../contract/differential-method.ts";

export const limmaColumns: Pick<DifferentialMethod, "columns" | "shown" | "hasLogLevels"> = {
  hasLogLevels: true,
  columns: {
    level: "AveExpr",
    change: "logFC",
    error: "SE",
    statistic: "t",
    p: "P.Value",
    adjusted: "adj.P.Val",
    more: { odds: "B", f: "F" },
  },
  shown: { mean: "AveExpr", sigma: "sigma", df: "df.residual", variance: "s2.post", dfTotal: "df.total" },
};
