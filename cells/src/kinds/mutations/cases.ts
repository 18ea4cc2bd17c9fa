// What the contract suite tries it with (testing/describe-kind.ts).

import { aCell, type KindCases } from "../../testing/describe-kind.ts";

export const cases: KindCases<never> = {
  examples: [
    { from: aCell("maf") },
    {
      from: aCell("maf"),
      samples: aCell("clinical"),
      idColumn: "patient",
      sequencedColumn: "exome",
      classes: ["Missense_Mutation", "Silent"],
      by: "sample",
      duplicates: "each",
      megabases: 38,
      burden: "all",
      genes: ["DNMT3A", "FLT3"],
      tracks: ["stage", "age"],
      gene: aCell("which"),
      domains: aCell("proteins"),
      proteinLength: 912,
    },
  ],
  bad: [
    { spec: { megabases: 0 }, says: /megabases/ },
    { spec: { unlisted: "unknown" }, says: /unlisted/ },
    { spec: { top: 0 }, says: /top/ },
  ],
  missing: [{ spec: {}, field: "from" }],
};
