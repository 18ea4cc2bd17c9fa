// Its body as its executor makes it, for tests.

import type { JsonObject } from "../../base/json.ts";

const form = { type: "table", columns: [{ name: "age", type: "float64" }] };
export const example: JsonObject = {
  takes: form,
  gives: form,
  steps: [
    { verb: "filter", version: 1, options: { verb: "filter" }, freezes: "each" },
    {
      verb: "fill-missing",
      version: 3,
      options: { verb: "fill-missing", columns: ["age"], fill: { by: "mean" } },
      freezes: "fitted",
      fitted: { state: { fills: { age: 41.5 } }, keeps: "statistics", rows: 70, of: 100, split: "part" },
    },
  ],
};
