// Its body as its executor makes it, for tests.

import type { JsonObject } from "../../base/json.ts";

export const example: JsonObject = {
  method: "pca",
  rows: 2,
  features: 2,
  scaled: false,
  dropped: 0,
  variance: [2, 1],
  share: [0.7, 0.3],
  associations: [{ column: "sex", kind: "groups", n: 2, share: [0.9, 0.1], p: [0.01, 0.8] }],
};
