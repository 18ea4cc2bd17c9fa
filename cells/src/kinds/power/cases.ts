// What the contract suite tries it with (testing/describe-kind.ts).

import { aCell, type KindCases } from "../../testing/describe-kind.ts";

export const cases: KindCases<never> = {
  examples: [
    { design: { type: "rna-seq", fold: 1.5, depth: 30, variation: 0.2 }, solve: "power", n: 6 },
    { design: { type: "log-rank", ratio: aCell() }, solve: "effect", n: 100, alpha: 0.01, power: 0.9 },
  ],
  bad: [
    { spec: { design: { type: "no-such-design" } }, says: /design/ },
    { spec: { solve: "alpha" }, says: /solve/ },
  ],
};
