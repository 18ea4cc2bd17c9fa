// What the contract suite tries it with (testing/describe-kind.ts).

import { aCell, type KindCases } from "../../testing/describe-kind.ts";

export const cases: KindCases<never> = {
  examples: [
    { from: aCell(), by: "diagnosis" },
    { from: aCell(), by: "time", values: ["weight"], groups: ["Day0", "Day8"], pairs: "mouse", test: { type: "signed-rank" } },
    { from: aCell(), by: "sex", test: { type: "permutation", rounds: 999 }, alpha: 0.01, adjust: "holm", byIs: "groups" },
  ],
  bad: [
    { spec: { alpha: 2 }, says: /alpha/ },
    { spec: { test: { type: "no-such-test" } }, says: /test/ },
  ],
  missing: [
    { spec: {}, field: "from" },
    { spec: { from: aCell() }, field: "by" },
  ],
};
