// What the contract suite runs of the step outliers.

import type { StepCases } from "../../testing/describe-step.ts";
import { actions } from "./step.ts";

export const cases: StepCases = {
  examples: [
    ...actions.map((action) => ({ options: { columns: ["n", "x μ"], rule: { by: "iqr", beyond: 0.1 }, action } })),
    ...actions.map((action) => ({ options: { columns: ["n"], rule: { by: "esd", alpha: 0.9, most: 2 }, action } })),
    { options: { columns: ["n"], rule: { by: "mad", beyond: 1 }, group: "sex", action: "winsorise" } },
    { options: { columns: ["n"], rule: { by: "z", beyond: 1 }, action: "drop" } },
    { options: { columns: ["n", "x μ"] } },
    { options: { columns: ["n", "x μ"], rule: { by: "lof", neighbours: 2, beyond: 1.1 } } },
    { options: { columns: ["n", "x μ"], rule: { by: "components", components: 1 } } },
    { options: { columns: ["n"], rule: { by: "mcd", quantile: 0.6 }, action: "drop" } },
    { options: { columns: ["n"], rule: { by: "forest", trees: 10, seed: 2, beyond: 0.5 }, action: "drop" } },
    // No column of times is in the data.
    { options: { columns: ["n"], rule: { by: "seasonal" } }, on: [] },
  ],
  bad: [
    { options: { rule: { by: "guess" } }, says: /rule/ },
    { options: { rule: { by: "z", beyond: 0 } }, says: /beyond/ },
    { options: { rule: { by: "esd", alpha: 1 } }, says: /alpha/ },
    { options: { rule: { by: "seasonal", period: 1 } }, says: /period/ },
    { options: { action: "forget" }, says: /action/ },
  ],
};
