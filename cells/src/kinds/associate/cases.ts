// What the contract suite tries it with (testing/describe-kind.ts).

import { aCell, type KindCases } from "../../testing/describe-kind.ts";

export const cases: KindCases<never> = {
  examples: [
    { from: aCell("genotypes"), trait: "height" },
    {
      from: aCell("genotypes"),
      sheet: aCell("people"),
      trait: "status",
      caseValue: "case",
      model: { type: "logistic", firth: "always" },
      covariates: ["age", "sex"],
      pcs: 4,
      components: aCell("pca"),
      hwe: 1e-6,
      ancestry: "population",
    },
    { from: aCell("genotypes"), trait: "yield", model: { type: "mixed", leaveOut: false }, sites: aCell("map"), threshold: 0 },
  ],
  bad: [
    { spec: { threshold: 2 }, says: /threshold/ },
    { spec: { model: { type: "no-such-model" } }, says: /model/ },
    { spec: { minCount: 0 }, says: /minCount/ },
  ],
  missing: [
    { spec: {}, field: "from" },
    { spec: { from: aCell() }, field: "trait" },
  ],
};
