// What the contract suite tries it with (testing/describe-kind.ts).

import { aCell, type KindCases } from "../../testing/describe-kind.ts";

export const cases: KindCases<never> = {
  examples: [{ from: aCell() }],
  bad: [{ spec: { steps: [{ id: "a", verb: "no such verb" }] }, says: /steps/ }],
};
