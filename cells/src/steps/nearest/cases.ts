// What the contract suite runs of the step nearest.

import { aCell } from "../../testing/describe-kind.ts";
import type { StepCases } from "../../testing/describe-step.ts";
import { placesTable } from "../../testing/step-data.ts";

export const cases: StepCases = {
  table: placesTable,
  examples: [
    { options: { with: aCell("places") } },
    { options: { with: aCell("places"), ties: "first", within: 100, sign: "here", side: "upstream", column: "бп" } },
    { options: { with: aCell("places"), overlapping: "ignore", strand: "same", sign: "there", side: "downstream" } },
    { options: { with: aCell("places"), take: "window", upstream: 10, downstream: 0, sign: "there" } },
    { options: { with: aCell("plain"), chromosomes: "alike" } },
    { options: { with: aCell("places"), side: "upstream" }, on: [] },
    { options: { with: aCell("other") }, on: [] },
  ],
  bad: [
    { options: { ties: "last" }, says: /ties/ },
    { options: { upstream: -1 }, says: /upstream/ },
  ],
};
