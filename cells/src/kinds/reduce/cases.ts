// What the contract suite tries it with (testing/describe-kind.ts).

import { aCell, type KindCases } from "../../testing/describe-kind.ts";

export const cases: KindCases<never> = {
  examples: [{ from: aCell(), components: 3 }],
  bad: [{ spec: { components: 0 }, says: /components/ }],
};
