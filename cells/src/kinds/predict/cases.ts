// What the contract suite tries it with (testing/describe-kind.ts).

import { aCell, type KindCases } from "../../testing/describe-kind.ts";

export const cases: KindCases<never> = {
  examples: [{ model: aCell("model"), from: aCell() }],
  bad: [{ spec: { model: 1 }, says: /model/ }],
};
