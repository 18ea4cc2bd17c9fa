// What the contract suite tries it with (testing/describe-kind.ts).

import { aCell, type KindCases } from "../../testing/describe-kind.ts";

export const cases: KindCases<never> = {
  examples: [
    { from: aCell(), place: "chr1", bin: 100 },
    { from: aCell("reads"), genes: aCell("genes"), strand: "same", multiple: true },
  ],
  bad: [
    { spec: { bin: 0 }, says: /bin/ },
    { spec: { strand: "plus" }, says: /strand/ },
  ],
  missing: [{ spec: {}, field: "from" }],
};
