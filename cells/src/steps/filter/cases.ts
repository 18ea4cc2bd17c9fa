// What the contract suite runs of the step filter.

import { aCell } from "../../testing/describe-kind.ts";
import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [
    { options: { where: "n > 1 and is_missing(`x μ`)", action: "drop" }, on: ["table"] },
    {
      options: {
        where: {
          all: [{ column: "n", is: "<", value: aCell("number") }, { any: [{ column: "sex", is: "in", value: ["f", "m"] }] }],
        },
      },
      on: ["table"],
    },
    { options: { where: { column: "ген", is: "not-missing" } }, on: ["table"] },
    { options: { where: { column: "group", is: "=", value: "a" } }, on: ["assay"] },
    { options: { where: 'sample != "проба 2"' }, on: ["assay"] },
  ],
  bad: [{ options: { where: { column: "x", is: "~" } }, says: /where/ }],
};
