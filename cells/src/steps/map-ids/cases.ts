// What the contract suite runs of the step map-ids.

import { aCell } from "../../testing/describe-kind.ts";
import type { StepCases } from "../../testing/describe-step.ts";

const by = { with: aCell("other"), from: "symbol", to: "id" };
export const cases: StepCases = {
  examples: [
    { options: { ...by, column: "ген" }, on: ["table"] },
    { options: { ...by, column: "ген", lost: "drop", name: "новый" }, on: ["table"] },
    { options: by, on: ["assay"] },
    { options: { ...by, lost: "missing", several: "first", name: "id" }, on: ["assay"] },
    { options: { ...by, lost: "drop", several: "drop", shared: "apart", versions: "exact" }, on: ["assay"] },
  ],
  bad: [
    { options: { lost: "guess" }, says: /lost/ },
    { options: { shared: "mean" }, says: /shared/ },
  ],
};
