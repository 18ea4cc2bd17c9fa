// Its body as its executor makes it, for tests.

import type { JsonObject } from "../../base/json.ts";

export const example: JsonObject = {
  samples: 3,
  features: 4,
  columns: [{ says: "sex", column: "sex", guessed: true }],
  levels: { pass: 2, warn: 0, fail: 1 },
  rules: [{ rule: "library-size", level: "fail" }],
  verdicts: [
    {
      rule: "library-size",
      level: "fail",
      samples: ["s1"],
      value: 0.1,
      threshold: 0.15,
      says: {
        key: "quality-library-size.shallow",
        params: { sample: "s1", value: 10, share: 0.1, median: 100, threshold: 0.15 },
      },
    },
  ],
};
