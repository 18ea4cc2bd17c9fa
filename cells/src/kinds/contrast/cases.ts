// What the contract suite tries it with (testing/describe-kind.ts).

import { aCell, type KindCases } from "../../testing/describe-kind.ts";

const asks = { by: "groups", factor: "time", of: ["Day8"], against: ["Day0"] };

export const cases: KindCases<never> = {
  examples: [
    { from: aCell("model", "fit"), contrasts: [{ asks }] },
    {
      from: aCell("model", "fit"),
      alpha: 0.1,
      shrink: "apeglm",
      least: 0.5,
      together: true,
      contrasts: [
        { asks: { by: "terms", without: ["time"] } },
        { name: "late", asks: { by: "coefficients", weights: [{ coefficient: "timeDay8", by: 1 }] } },
        { asks: { ...asks, within: [{ factor: "sex", level: "F" }], less: [{ factor: "sex", level: "M" }] } },
      ],
    },
  ],
  bad: [
    { spec: { alpha: 0 }, says: /alpha/ },
    { spec: { least: -1 }, says: /least/ },
    { spec: { shrink: "ashr" }, says: /shrink/ },
    { spec: { contrasts: [{ asks: { by: "no-such" } }] }, says: /contrasts/ },
  ],
  missing: [
    { spec: {}, field: "from" },
    { spec: { from: aCell() }, field: "contrasts" },
  ],
};
