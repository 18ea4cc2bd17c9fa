// What the contract suite runs of the step overlap.

import { aCell } from "../../testing/describe-kind.ts";
import type { StepCases } from "../../testing/describe-step.ts";
import { placesTable } from "../../testing/step-data.ts";

export const cases: StepCases = {
  table: placesTable,
  examples: [
    ...(["overlapping", "not-overlapping", "annotate", "pairs", "count"] as const).map((how) => ({
      options: { with: aCell("places"), how },
    })),
    { options: { with: aCell("places"), least: 3, strand: "same", how: "count", column: "n of genes" } },
    { options: { with: aCell("other") }, on: [] },
    { options: { with: aCell("plain"), chromosomes: "alike" } },
    { options: { with: aCell("plain") }, on: [] },
  ],
  bad: [
    { options: { how: "near" }, says: /how/ },
    { options: { least: 0 }, says: /least/ },
  ],
};
