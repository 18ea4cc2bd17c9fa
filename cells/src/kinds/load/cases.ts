// What the contract suite tries it with (testing/describe-kind.ts).

import { aCell, aFile, type KindCases } from "../../testing/describe-kind.ts";

export const cases: KindCases<never> = {
  examples: [{ file: aFile() }, { file: aFile("Zählung 1.xlsx"), read: "matrix", sheet: "Blatt 1", samples: aCell("samples") }],
  bad: [
    { spec: { delimiter: ",," }, says: /delimiter/ },
    { spec: { file: { digest: "no", name: "x", size: 1 } }, says: /file/ },
    { spec: { read: "picture" }, says: /read/ },
  ],
  missing: [{ spec: {}, field: "file" }],
  sameKey: [
    [
      { file: aFile() },
      { file: { ...aFile("renamed.csv"), path: "elsewhere/renamed.csv", dataset: "ds_1", version: 2 }, read: "auto" },
    ],
  ],
};
