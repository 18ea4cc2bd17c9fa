// Its body as its executor makes it, for tests.

import type { JsonObject } from "../../base/json.ts";

export const example: JsonObject = {
  steps: [{ step: 1, verb: "filter", in: { type: "table", rows: 9, columns: 2 }, out: { type: "table", rows: 2, columns: 2 } }],
};
