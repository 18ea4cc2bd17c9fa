// Its body as its executor makes it, for tests.

import type { JsonObject } from "../../base/json.ts";

export const example: JsonObject = {
  steps: [
    {
      step: 1,
      verb: "fill-missing",
      lists: [],
      values: { changed: 1, of: 9, examples: [{ row: "s1", column: "age", before: null, after: 41.5 }] },
    },
    {
      step: 2,
      verb: "filter",
      lists: [{ of: "rows", added: { n: 0, names: [] }, removed: { n: 1, names: ["s4"] }, renamed: [] }],
      values: { changed: 0, of: 8, examples: [] },
      looked: { rows: 2, of: 8 },
    },
  ],
};
