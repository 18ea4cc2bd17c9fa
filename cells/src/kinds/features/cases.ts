// What the contract suite tries it with (testing/describe-kind.ts).

import { aCell, aFile, type KindCases } from "../../testing/describe-kind.ts";

const view = { file: aFile("weights.parquet"), entity: "mouse" };

export const cases: KindCases<never> = {
  examples: [
    { views: [view] },
    {
      views: [
        { ...view, features: ["weight"], time: "day" },
        { ...view, features: null },
      ],
      entities: aCell("visits"),
      entity: "mouse",
      time: "day",
      strictly: true,
      tolerance: 30,
      keep: "found",
    },
  ],
  bad: [
    { spec: { views: [{ file: "x.parquet" }] }, says: /file/ },
    { spec: { tolerance: -1 }, says: /tolerance/ },
    { spec: { keep: "some" }, says: /keep/ },
  ],
  missing: [
    { spec: {}, field: "views" },
    { spec: { views: [{ ...view, entity: "" }] }, field: "views" },
    { spec: { views: [view], entities: aCell("visits") }, field: "entity" },
  ],
  sameKey: [
    [{ views: [view] }, { views: [{ ...view, file: { ...aFile("other.parquet"), path: "elsewhere/x.parquet" }, time: null }] }],
  ],
};
