// What the contract suite runs of the step fill-missing.

import { aCell } from "../../testing/describe-kind.ts";
import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [
    { options: { columns: ["n", "x μ"], fill: { by: "value", value: aCell("number") } } },
    { options: { columns: ["ген"], fill: { by: "value", value: "нет" } } },
    { options: { columns: ["sex", "__proto__"], fill: { by: "mode" } } },
    { options: { columns: ["n"] } },
    { options: { columns: ["n"], fill: { by: "half-min" }, indicator: true } },
    { options: { columns: ["n", "x μ"], fill: { by: "mean" }, within: ["sex"] } },
    { options: { columns: ["ген"], fill: { by: "forward", order: "n" } } },
    { options: { columns: ["x μ"], fill: { by: "linear", order: "n" }, within: ["__proto__"], indicator: true } },
  ],
  bad: [{ options: { fill: { by: "guess" } }, says: /fill/ }],
};
