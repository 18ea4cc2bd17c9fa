// What the contract suite runs of the step count-by-window.

import type { StepCases } from "../../testing/describe-step.ts";
import { placesTable } from "../../testing/step-data.ts";

export const cases: StepCases = {
  table: placesTable,
  examples: [
    { options: {} },
    { options: { size: 50_000_000, step: 20_000_000, measure: "covered", column: "доля" } },
    { options: { size: 1 }, on: [] },
  ],
  bad: [{ options: { size: 0 }, says: /size/ }],
};
