// What the contract suite tries it with (testing/describe-kind.ts).

import { aCell, type KindCases } from "../../testing/describe-kind.ts";

export const cases: KindCases<never> = {
  examples: [
    { from: aCell(), place: "chr1:1,000-2,000" },
    { from: aCell("reads"), place: aCell("where"), minQuality: 20, withoutFlags: 1796 },
  ],
  bad: [
    { spec: { most: 0 }, says: /most/ },
    { spec: { minQuality: 300 }, says: /minQuality/ },
  ],
  missing: [
    { spec: {}, field: "from" },
    { spec: { from: aCell() }, field: "place" },
  ],
};
