// What the contract suite tries it with (testing/describe-kind.ts).

import type { KindCases } from "../../testing/describe-kind.ts";

export const cases: KindCases<never> = {
  examples: [{ sql: "select gene, count(*) from counts group by gene" }],
  bad: [{ spec: { sql: 1 }, says: /sql/ }],
};
