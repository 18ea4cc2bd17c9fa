// Its body as its executor makes it, for tests.

import type { JsonObject } from "../../base/json.ts";

export const example: JsonObject = {
  method: "deseq2",
  noun: "gene",
  alpha: 0.05,
  least: 0,
  columns: {
    level: "baseMean",
    change: "log2FoldChange",
    error: "lfcSE",
    statistic: "stat",
    p: "pvalue",
    adjusted: "padj",
    more: {},
  },
  contrasts: [
    {
      name: "Day8 against Day0",
      up: 3,
      down: 1,
      found: 4,
      adjusted: 10,
      tested: 12,
      without: [{ key: "differential-deseq2.why-low", n: 2 }],
      sizes: { of: 7, against: 7 },
      weights: [{ coefficient: "timeDay8", by: 1 }],
      inR: ["results(dds)"],
      histogram: [6, 1, 1, 2, 2],
      smallest: 0.0001,
      typicalError: 0.4,
      facts: { threshold: 1.2 },
    },
  ],
  doubts: [],
};
