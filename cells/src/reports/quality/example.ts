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
  pictures: {
    samples: ["s1", "s2", "s3"],
    features: 4,
    scale: "log2-cpm",
    colours: [{ column: "sex", names: ["f", "m"], of: [0, 1, -1] }],
    components: {
      share: [0.9],
      scores: [[1, -1, 0]],
      associations: [{ component: 0, column: "sex", as: "groups", n: 2, groups: 2, r2: 0.5, p: 0.3, adjusted: 0.3 }],
      more: 0,
    },
    tree: {
      merge: [
        [-1, -2],
        [-3, 1],
      ],
      height: [1, 2],
      order: [2, 0, 1],
    },
    spread: {
      features: 4,
      boxes: [[0, 1, 2, 3, 4], null, [0, 1, 2, 3, 4]],
      at: [0, 1],
      densities: [[0.1, 0.2], null, [0.1, 0.2]],
    },
    lacks: [],
  },
};
