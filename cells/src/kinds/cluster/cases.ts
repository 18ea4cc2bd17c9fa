// What the contract suite tries it with (testing/describe-kind.ts).

import { aCell, type KindCases } from "../../testing/describe-kind.ts";

export const cases: KindCases<never> = {
  examples: [
    { from: aCell() },
    { from: aCell(), columns: ["PC1", "PC2"], method: { type: "leiden", resolution: 0.6 }, draws: 0 },
    { from: aCell(), method: { type: "hierarchical", k: 4, linkage: "average" }, scale: "unit", called: "subtype" },
  ],
  bad: [
    { spec: { method: { type: "no-such-method" } }, says: /method/ },
    { spec: { method: { type: "k-means", k: 0 } }, says: /k/ },
    { spec: { most: 1 }, says: /most/ },
  ],
  missing: [{ spec: {}, field: "from" }],
};
