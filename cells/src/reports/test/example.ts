// Its body as its executor makes it, for tests.

import type { JsonObject } from "../../base/json.ts";

export const example: JsonObject = {
  test: { type: "t", variances: "differ" },
  auto: true,
  why: { key: "test-cell.why-t", params: { by: "sex" } },
  other: "mann-whitney",
  shape: "groups",
  by: "sex",
  groups: [
    { name: "F", n: 12 },
    { name: "M", n: 14 },
  ],
  sizes: [12, 14],
  noun: null,
  tests: 1,
  tested: 1,
  found: 1,
  alpha: 0.05,
  said: [{ key: "test-cell.differs", params: { value: "weight", by: "sex" } }],
  assumptions: [],
  inR: ["t.test(d$weight ~ d$sex)"],
  doubts: [],
};
