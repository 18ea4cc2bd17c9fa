// What the contract suite tries it with (testing/describe-kind.ts).

import { aCell, type KindCases } from "../../testing/describe-kind.ts";

export const cases: KindCases<never> = {
  examples: [
    { from: aCell(), outcome: "weight", design: { formula: "~ sex + age" } },
    {
      from: aCell("counts"),
      outcome: "ill",
      counted: "yes",
      design: { formula: "~ dose * sex", block: "litter", missing: "drop" },
      family: { type: "logistic", firth: true },
      errors: "cluster",
      intervals: "wald",
      tests: "III",
      compare: "dose",
      within: "sex",
      against: "first",
      adjust: "holm",
      level: 0.9,
    },
    {
      from: aCell(),
      outcome: "colonies",
      design: { formula: "~ dose" },
      family: { type: "poisson" },
      exposure: "area",
      compare: "",
    },
  ],
  bad: [
    { spec: { level: 2 }, says: /level/ },
    { spec: { family: { type: "no-such-family" } }, says: /family/ },
    { spec: { tests: "I" }, says: /tests/ },
  ],
  missing: [
    { spec: {}, field: "from" },
    { spec: { from: aCell() }, field: "outcome" },
    { spec: { from: aCell(), outcome: "weight" }, field: "design" },
  ],
};
