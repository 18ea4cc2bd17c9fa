// What the contract suite runs of the step clean-text.

import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  examples: [
    { options: { columns: ["ген"] } },
    { options: { columns: ["ген", "sex"], case: "upper", form: "NFKC", trim: false } },
    { options: { columns: ["sex"], case: "lower", form: "keep", spaces: false, empty: false } },
  ],
  bad: [{ options: { case: "camel" }, says: /case/ }],
};
