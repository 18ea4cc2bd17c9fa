// What the contract suite tries it with (testing/describe-kind.ts).

import { aCell, type KindCases } from "../../testing/describe-kind.ts";

export const cases: KindCases<never> = {
  examples: [
    { from: aCell("clinical"), time: "days", event: "status", occurred: ["1:DECEASED"], group: "sex" },
    {
      from: aCell("clinical"),
      time: "days",
      event: "status",
      group: "stage",
      strata: ["site"],
      model: { formula: "~ age + stage" },
      interval: "log-log",
      ties: "breslow",
      zero: "keep",
      level: 0.9,
    },
  ],
  bad: [
    { spec: { level: 1 }, says: /level/ },
    { spec: { ties: "exact" }, says: /ties/ },
  ],
  missing: [{ spec: {}, field: "from" }],
};
