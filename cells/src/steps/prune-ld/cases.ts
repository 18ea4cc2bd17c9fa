// What the contract suite runs of the step prune-ld.

import { aCell } from "../../testing/describe-kind.ts";
import { sitesMatrix } from "../../testing/step-data.ts";
import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  assay: sitesMatrix,
  examples: [
    { options: {} },
    { options: { window: 10, step: 1, most: 0.5 } },
    { options: { window: 50, unit: "kb", step: 1 } },
    { options: { window: aCell("number"), step: 1 } },
  ],
  bad: [
    { options: { window: "wide" }, says: /window/ },
    { options: { unit: "cM" }, says: /unit/ },
  ],
};
