// Its body as its executor makes it, for tests.

import type { JsonObject } from "../../base/json.ts";

const estimate = { estimate: 0.8, error: 0.2, low: 0.4, high: 1.2, df: 20, statistic: 4, p: 0.0007 };

export const example: JsonObject = {
  family: { type: "linear" },
  auto: true,
  why: { key: "regression-cell.why-linear", params: { outcome: "weight" } },
  others: ["gamma"],
  outcome: "weight",
  event: null,
  formula: "~ sex",
  block: null,
  ratio: "none",
  errors: "classical",
  intervals: "wald",
  freedom: "residual",
  level: 0.95,
  n: 22,
  events: null,
  groups: null,
  sizes: [22, 10],
  coefficients: [
    { name: "(Intercept)", label: "(Intercept)", term: -1, ...estimate },
    { name: "sexM", label: "sex: M / F", term: 0, ...estimate },
  ],
  terms: [{ label: "sex", statistic: 16, df: 1, residualDf: 20, p: 0.0007 }],
  tests: "II",
  testedBy: "f",
  means: {
    by: "sex",
    within: "",
    adjust: "tukey",
    against: "each",
    rows: [
      { level: "F", within: "", n: 12, ...estimate, response: 0.8, responseLow: 0.4, responseHigh: 1.2 },
      { level: "M", within: "", n: 10, ...estimate, response: 1.6, responseLow: 1.2, responseHigh: 2 },
    ],
    pairs: [{ one: "F", other: "M", within: "", ...estimate, adjusted: 0.0007 }],
  },
  facts: [{ key: "r-squared", value: 0.4, more: null }],
  inflations: [],
  says: [{ key: "regression-cell.rows", params: { n: 22, outcome: "weight" } }],
  checks: [],
  ways: [],
  inR: ["fit <- lm(weight ~ sex, data = d)"],
  doubts: [],
};
