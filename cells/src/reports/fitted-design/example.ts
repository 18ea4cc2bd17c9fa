// Its body as its executor makes it, for tests.

import type { JsonObject } from "../../base/json.ts";

export const example: JsonObject = {
  method: { type: "deseq2" },
  noun: "gene",
  samples: 6,
  block: null,
  formula: "~ time",
  variables: [{ kind: "factor", name: "time", levels: ["Day0", "Day8"] }],
  coefficients: ["(Intercept)", "timeDay8"],
  cells: [
    { row: [1, 0], levels: [0], n: 3 },
    { row: [1, 1], levels: [1], n: 3 },
  ],
  facts: { replaced: 0 },
  doubts: [],
};
