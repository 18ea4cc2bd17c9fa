// Its body as its executor makes it, for tests.

import type { JsonObject } from "../../base/json.ts";

export const example: JsonObject = {
  method: { type: "deseq2" },
  noun: "gene",
  samples: 6,
  formula: "~ time",
  block: null,
  variables: [{ kind: "factor", name: "time", levels: ["Day0", "Day8"] }],
  coefficients: ["(Intercept)", "timeDay8"],
  cells: [
    { row: [1, 0], levels: [0], n: 3 },
    { row: [1, 1], levels: [1], n: 3 },
  ],
  features: [{ name: "gene", values: ["Xkr4"] }],
  arrays: { mean: "AAAAAAAA8D8=", beta: "AAAAAAAA8D8AAAAAAADwPw==" },
  facts: { replaced: 0 },
  doubts: [],
};
