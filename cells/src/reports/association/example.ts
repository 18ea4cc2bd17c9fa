// Its body as its executor makes it, for tests.

import type { JsonObject } from "../../base/json.ts";

export const example: JsonObject = {
  trait: "height",
  model: { type: "linear" },
  n: 246,
  cases: null,
  controls: null,
  covariates: ["age"],
  components: 3,
  variants: 41_722,
  tested: 41_000,
  answered: 40_990,
  lambda: 1.05,
  threshold: 5e-8,
  hits: 12,
  clumps: 2,
  build: null,
  lead: { id: "rs1", logP: -25.3, beta: 0.4 },
  fewest: 20,
  says: [{ key: "associate.says-hits", params: { n: 12, threshold: "5e-8", clumps: 2 } }],
  calls: ["plink2 --bfile genotypes --glm"],
  doubts: [],
};
