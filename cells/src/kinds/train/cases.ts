// What the contract suite tries it with (testing/describe-kind.ts).

import { aCell, type KindCases } from "../../testing/describe-kind.ts";

export const cases: KindCases<never> = {
  examples: [{ from: aCell(), target: "diagnosis", validation: { type: "leave-one-out", column: "lab" } }],
  bad: [{ spec: { algorithm: { type: "oracle" } }, says: /algorithm/ }],
};
