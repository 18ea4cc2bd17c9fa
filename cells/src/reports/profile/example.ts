// Its body as its executor makes it, for tests.

import type { JsonObject } from "../../base/json.ts";

export const example: JsonObject = {
  type: "table",
  shape: [2, 2],
  columns: [{ name: "age", type: "float64", missing: 0, distinct: 2 }],
  more: 0,
};
