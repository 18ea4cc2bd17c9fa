// What the contract suite tries it with (testing/describe-kind.ts).

import { aCell, type KindCases } from "../../testing/describe-kind.ts";

export const cases: KindCases<never> = {
  examples: [
    { from: aCell(), sex: "", off: ["duplicates"] },
    { from: aCell(), outcome: "status" },
    { from: aCell(), thresholds: { "library-size": { fail: 0.1 } } },
  ],
  bad: [
    { spec: { off: ["no-such-rule"] }, says: /off/ },
    { spec: { thresholds: { "library-size": { fail: 2 } } }, says: /fail/ },
  ],
  missing: [{ spec: {}, field: "from" }],
};
