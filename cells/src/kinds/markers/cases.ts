// What the contract suite tries it with (testing/describe-kind.ts).

import { aCell, type KindCases } from "../../testing/describe-kind.ts";

export const cases: KindCases<never> = {
  examples: [
    { from: aCell(), by: "cluster" },
    { from: aCell(), groups: aCell(), by: "cluster", first: 3, least: 0.25 },
  ],
  bad: [
    { spec: { first: 0 }, says: /first/ },
    { spec: { least: 2 }, says: /least/ },
  ],
  missing: [
    { spec: {}, field: "from" },
    { spec: { from: aCell() }, field: "by" },
  ],
};
