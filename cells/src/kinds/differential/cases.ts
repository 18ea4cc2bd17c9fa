// What the contract suite tries it with (testing/describe-kind.ts).

import { aCell, type KindCases } from "../../testing/describe-kind.ts";

export const cases: KindCases<never> = {
  examples: [
    { from: aCell(), design: { formula: "~ sex + time", columns: [{ column: "time", reference: "Day0" }] } },
    { from: aCell(), design: { formula: "~ time" }, method: { type: "deseq2", trend: "mean", replaceFrom: null } },
    { from: aCell(), design: { formula: "~ time", block: "donor" }, method: { type: "limma-voom", robust: true, minCount: 5 } },
    { from: aCell(), design: { formula: "~ time" }, method: { type: "limma-trend" } },
    { from: aCell(), design: { formula: "~ time" }, method: { type: "limma", robust: true } },
    { from: aCell(), design: { formula: "~ time" }, method: { type: "wilcoxon" } },
  ],
  bad: [
    { spec: { method: { type: "no-such-method" } }, says: /method/ },
    { spec: { method: { type: "deseq2", replaceFrom: 2 } }, says: /replaceFrom/ },
  ],
  missing: [
    { spec: {}, field: "from" },
    { spec: { from: aCell() }, field: "design" },
  ],
};
