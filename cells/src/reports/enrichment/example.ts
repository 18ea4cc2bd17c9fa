// Its body as its executor makes it, for tests.

import type { JsonObject } from "../../base/json.ts";

export const example: JsonObject = {
  method: { type: "preranked", by: "auto", column: "", weight: 1, rounds: 1000, least: 1e-10, seed: 1 },
  universe: 12_000,
  tested: true,
  sides: [{ side: "ranking", listed: null, found: 1 }],
  sets: { asked: 140, small: 10, large: 2, absent: 1, smallest: 10, largest: 500 },
  alpha: 0.05,
  said: [{ key: "enrich-cell.found-one", params: { set: "myelination" } }],
  inR: ["fgsea::fgsea(sets, ranks)"],
  doubts: [],
  ranking: {
    genes: 12_000,
    at: [0, 6000, 11_999],
    values: [9, 0, -8],
    sets: [{ name: "myelination", nes: -1.8, adjusted: 0.01, hits: [9000, 11_000], sums: [-0.5, 0] }],
  },
};
