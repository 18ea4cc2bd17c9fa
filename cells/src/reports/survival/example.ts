// Its body as its executor makes it, for tests.

import type { JsonObject } from "../../base/json.ts";

const test = { statistic: 13.7, freedom: 1, p: 0.000_21 };

export const example: JsonObject = {
  time: { column: "days", unit: "days" },
  event: "status",
  by: "DNMT3A",
  level: 0.95,
  interval: "log",
  n: 175,
  events: 110,
  groups: [
    { name: "mutated", n: 43, events: 33, median: 245, lower: 153, upper: 577 },
    { name: "wild type", n: 132, events: 77, median: 577, lower: 455, upper: null },
  ],
  logRank: { ...test, stratified: false, trend: null, pairs: [] },
  model: {
    formula: "~ DNMT3A",
    ties: "efron",
    n: 175,
    events: 110,
    hazards: [
      {
        name: "DNMT3Awild type",
        label: "DNMT3A: wild type / mutated",
        term: 0,
        coefficient: -0.77,
        error: 0.2,
        ratio: 0.46,
        lower: 0.3,
        upper: 0.7,
        p: 0.0003,
      },
    ],
    terms: [{ label: "DNMT3A", proportional: test }],
    proportional: test,
    likelihoodRatio: test,
    wald: test,
    score: test,
    concordance: 0.56,
    concordanceError: 0.02,
  },
  says: [],
  inR: ["survival::survfit(survival::Surv(days, status == 1) ~ DNMT3A, data = d)"],
  doubts: [],
};
