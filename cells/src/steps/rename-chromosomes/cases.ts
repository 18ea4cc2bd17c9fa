// What the contract suite runs of the step rename-chromosomes.

import type { StepCases } from "../../testing/describe-step.ts";
import { placesTable, sitesMatrix } from "../../testing/step-data.ts";

export const cases: StepCases = {
  table: placesTable,
  assay: sitesMatrix,
  examples: [{ options: {} }, { options: { to: "plain" } }],
  bad: [{ options: { to: "roman" }, says: /to/ }],
};
