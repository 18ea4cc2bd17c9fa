// Its body as its executor makes it, for tests.

import type { JsonObject } from "../../base/json.ts";

export const example: JsonObject = {
  shape: [10, 2],
  columns: [{ says: "outcome", column: "status", guessed: true }],
  levels: { pass: 1, warn: 1, fail: 0 },
  rules: [{ rule: "near-labels", level: "warn" }],
  verdicts: [
    {
      rule: "near-labels",
      level: "warn",
      columns: ["group"],
      value: 1,
      threshold: 0.1,
      says: { key: "quality-near-labels.same", params: { column: "group", labels: ["CTRL (8), ctrl (2)"] } },
      step: { verb: "merge-labels", column: "group", groups: [{ to: "CTRL", from: ["ctrl"] }] },
    },
  ],
};
