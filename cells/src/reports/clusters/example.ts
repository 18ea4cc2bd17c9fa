// Its body as its executor makes it, for tests.

import type { JsonObject } from "../../base/json.ts";

export const example: JsonObject = {
  method: { type: "k-means", k: null, starts: 25 },
  turned: "k",
  value: 2,
  proposed: true,
  why: { key: "clusters-found.why-silhouette", params: { n: 2, silhouette: 0.71 } },
  others: [{ value: 3, clusters: 3, by: ["calinskiHarabasz"] }],
  rows: 26,
  columns: ["PC1", "PC2"],
  scaled: false,
  clusters: [
    { name: "1", n: 14, silhouette: 0.74 },
    { name: "2", n: 12, silhouette: 0.68 },
  ],
  without: 0,
  silhouette: 0.71,
  curves: [
    {
      value: 2,
      clusters: 2,
      silhouette: 0.71,
      calinskiHarabasz: 88.1,
      daviesBouldin: 0.4,
      criterion: null,
      gap: 0.9,
      gapError: 0.04,
      stability: 0.98,
    },
  ],
  facts: {},
  said: [{ key: "clusters-found.found", params: { n: 2, rows: 26 } }],
  inR: ["kmeans(x, 2, nstart = 25, iter.max = 300)$cluster"],
  doubts: [],
};
