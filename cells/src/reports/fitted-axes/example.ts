// Its body as its executor makes it, for tests.

import type { JsonObject } from "../../base/json.ts";

export const example: JsonObject = {
  rows: 3,
  noun: "gene",
  scale: "log2",
  features: ["Xist", "Ddx3y"],
  centre: "AAAAAAAA8D8AAAAAAADwPw==",
  unit: "AAAAAAAA8D8AAAAAAADwPw==",
  loadings: "AAAAAAAA8D8AAAAAAAAAAA==",
  share: [0.9],
  map: null,
};
