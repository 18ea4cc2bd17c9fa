// What the contract suite runs of the step date-parts.

import { numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { StepCases } from "../../testing/describe-step.ts";
import { cycles, parts } from "./step.ts";

export const cases: StepCases = {
  table: tableOf(
    textColumn("дата", ["2026-03-31", "2024-02-29T14:05", null, "31.03.2026", "1999-12-31 23:59:59Z", ""]),
    numberColumn("n", [1, 2, 3, 4, null, 5]),
  ),
  examples: [{ options: { columns: ["дата"] } }, { options: { columns: ["дата"], parts: [...parts, ...cycles], keep: false } }],
  bad: [
    { options: { parts: [] }, says: /parts/ },
    { options: { parts: ["century"] }, says: /parts/ },
  ],
};
