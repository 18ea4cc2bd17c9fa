// What the contract suite runs of the step encode.

import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [
    { options: { columns: ["sex", "__proto__"] } },
    { options: { columns: ["ген"], as: { by: "one-hot", unseen: "other" }, keep: true } },
    { options: { columns: ["n"], as: { by: "one-hot", unseen: "zero" } } },
    { options: { columns: ["sex", "ген"], as: { by: "one-hot", drop: "of-two" } } },
    { options: { columns: ["ген"], as: { by: "one-hot", unseen: "zero", drop: "first" } } },
    { options: { columns: ["sex"], as: { by: "ordinal" } } },
    { options: { columns: ["sex"], as: { by: "ordinal", order: ["m", "f"] }, keep: true } },
    { options: { columns: ["ген", "sex"], as: { by: "frequency" } } },
    { options: { columns: ["ген"], as: { by: "target", target: "sex" } } },
    { options: { columns: ["ген", "sex"], as: { by: "target", target: "n", smooth: 2, folds: 3 }, keep: true } },
  ],
  bad: [{ options: { as: { by: "leaf" } }, says: /as/ }],
};
