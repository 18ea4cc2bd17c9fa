// What the contract suite tries it with (testing/describe-kind.ts).

import { aCell, type KindCases } from "../../testing/describe-kind.ts";

export const cases: KindCases<never> = {
  examples: [
    { studies: [{ from: aCell("basel"), name: "Basel" }, { from: aCell("riga") }], method: "fixed", palindromes: "by-frequency" },
    { studies: [{ from: aCell("all") }], study: "lab", by: "gene", effect: "log2FoldChange", error: "lfcSE", row: "Xist" },
    {
      studies: [{ from: aCell("trials") }],
      study: "trial",
      counts: { measure: "risk-ratio", events: "ai", total: "n1i", controlEvents: "ci", controlTotal: "n2i" },
      method: "mantel-haenszel",
    },
  ],
  bad: [
    { spec: { method: "bayes" }, says: /method/ },
    { spec: { least: 0 }, says: /least/ },
  ],
  missing: [{ spec: {}, field: "studies" }],
};
