// Its body as its executor makes it, for tests.

import type { JsonObject } from "../../base/json.ts";

export const example: JsonObject = {
  rows: 12,
  entities: 12,
  found: 11,
  views: [{ name: "weights", columns: ["mouse", "weight"], rows: 30, entities: 11, known: 11, found: 11 }],
  doubts: [],
};
