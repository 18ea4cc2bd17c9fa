// What the contract suite tries it with (testing/describe-kind.ts).

import { aCell, type KindCases } from "../../testing/describe-kind.ts";

export const cases: KindCases<never> = {
  examples: [
    { from: aCell(), sets: aCell() },
    { from: aCell(), sets: aCell(), method: { type: "preranked", weight: 0, seed: 3 }, smallest: 5, alpha: 0.1 },
    {
      from: aCell(),
      sets: aCell(),
      gene: "symbol",
      list: ["Mx1", "Ifit1"],
      letters: "any-case",
      method: { type: "over-representation", direction: "either" },
    },
  ],
  bad: [
    { spec: { alpha: 2 }, says: /alpha/ },
    { spec: { smallest: 0 }, says: /smallest/ },
    { spec: { method: { type: "no-such" } }, says: /method/ },
  ],
  missing: [
    { spec: {}, field: "from" },
    { spec: { from: aCell() }, field: "sets" },
  ],
};
