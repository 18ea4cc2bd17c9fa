// What the contract suite tries it with (testing/describe-kind.ts).

import { aCell, type KindCases } from "../../testing/describe-kind.ts";

export const cases: KindCases<never> = {
  examples: [{ from: aCell() }, { from: aCell("pca", "loadings") }],
  bad: [{ spec: { from: "counts" }, says: /from/ }],
  missing: [{ spec: {}, field: "from" }],
};
