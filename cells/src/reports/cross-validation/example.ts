// Its body as its executor makes it, for tests.

import type { JsonObject } from "../../base/json.ts";

export const example: JsonObject = {
  target: "sex",
  classes: ["f", "m"],
  rows: 2,
  nPerClass: [1, 1],
  pooled: { nPerClass: [1, 1] },
  folds: [{ name: "1" }],
  labs: [],
};
