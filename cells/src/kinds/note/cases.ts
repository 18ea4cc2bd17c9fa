// What the contract suite tries it with (testing/describe-kind.ts).

import type { KindCases } from "../../testing/describe-kind.ts";

export const cases: KindCases<never> = {
  examples: [{ text: "# Title\n\n{{kept.rows}} rows" }],
  bad: [{ spec: { text: 1 }, says: /text/ }],
};
