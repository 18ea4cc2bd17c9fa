// What the contract suite runs of the step fill-missing.

import { aCell } from "../../testing/describe-kind.ts";
import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [
    { options: { columns: ["n", "x μ"], fill: { by: "value", value: aCell("number") } } },
    { options: { columns: ["ген"], fill: { by: "value", value: "нет" } } },
    { options: { columns: ["sex", "__proto__"], fill: { by: "mode" } } },
    { options: { columns: ["n"] } },
  ],
  bad: [{ options: { fill: { by: "guess" } }, says: /fill/ }],
};
