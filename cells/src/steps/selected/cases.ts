// What the contract suite runs of the step selected.

import { aCell } from "../../testing/describe-kind.ts";
import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [
    { options: { selection: aCell("box"), x: "n", y: "n" }, on: ["table"] },
    {
      options: {
        selection: {
          lasso: [
            [0, 0],
            [9, 0],
            [9, 9],
            [0, 9],
          ],
          log: ["x"],
        },
        x: "n",
        y: "n",
        action: "drop",
      },
      on: ["table"],
    },
    { options: { selection: { x: [0, 3] }, x: "Xist" }, on: ["assay"] },
    { options: { selection: { names: ["f", "q"] }, names: "sex" }, on: ["table"] },
    { options: { selection: { points: [[1, 2]] }, x: "Xist", y: "b" }, on: ["assay"] },
  ],
  bad: [{ options: { selection: { lasso: [[1, 2]] } }, says: /selection/ }],
};
