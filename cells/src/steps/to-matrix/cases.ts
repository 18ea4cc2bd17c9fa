// What the contract suite runs of the step to-matrix.

import type { StepCases } from "../../testing/describe-step.ts";
import { integerColumn, numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";

export const cases: StepCases = {
  table: tableOf(
    textColumn("ген", ["Xist", "Größe", "🧬", "b"], { semantic: "gene" }),
    numberColumn("s μ", [1.5, null, 2, 0.1]),
    integerColumn("n", [1, 2, 3, null]),
    textColumn("__proto__", ["a", "b", null, "a"]),
  ),
  examples: [
    { options: {} },
    { options: { ids: "ген", rows: "samples", values: ["s μ"], scale: "log2" } },
    { options: { ids: "ген", rows: "features", scale: "unknown" } },
  ],
  bad: [{ options: { rows: "both" }, says: /rows/ }],
};
