// What the contract suite runs of the step select-features.

import { aCell } from "../../testing/describe-kind.ts";
import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [
    { options: { features: ["🧬", "Xist"] } },
    { options: { features: aCell("gene") } },
    { options: { features: ["Größe"], action: "drop" } },
  ],
};
