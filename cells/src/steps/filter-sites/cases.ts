// What the contract suite runs of the step filter-sites.

import { aCell } from "../../testing/describe-kind.ts";
import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [
    { options: { frequency: 0, missing: 0.5 } },
    { options: { frequency: 0, missing: aCell("number") } },
    { options: { frequency: 0, missing: 1 } },
    // Counts are no dosages.
    { options: { frequency: 0.05 }, on: [] },
    { options: { frequency: 0, missing: 1, equilibrium: 1e-6 }, on: [] },
    { options: { frequency: 0, missing: 1, equilibrium: 1e-6, within: "group", test: "mid-p" }, on: [] },
  ],
  bad: [
    { options: { test: "chi-squared" }, says: /test/ },
    { options: { frequency: "rare" }, says: /frequency/ },
  ],
};
