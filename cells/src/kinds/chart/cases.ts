// What the contract suite tries it with (testing/describe-kind.ts).

import { aCell, type KindCases } from "../../testing/describe-kind.ts";

export const cases: KindCases<never> = {
  examples: [{ from: aCell(), chart: { type: "point" }, x: "a", y: aCell("gene") }],
  bad: [{ spec: { chart: { type: "pie" } }, says: /chart/ }],
  missing: [{ spec: {}, field: "from" }],
};
