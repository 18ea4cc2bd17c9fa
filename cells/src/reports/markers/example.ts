// Its body as its executor makes it, for tests.

import type { JsonObject } from "../../base/json.ts";

export const example: JsonObject = {
  by: "cluster",
  noun: "gene",
  features: 765,
  groups: [
    { name: "1", n: 30 },
    { name: "2", n: 20 },
  ],
  p: null,
  markers: [
    { group: "1", names: ["CD79A"] },
    { group: "2", names: ["NKG7"] },
  ],
  dots: [
    { feature: "CD79A", of: "1", shares: [0.9, 0.02], levels: [2.1, 0.01] },
    { feature: "NKG7", of: "2", shares: [0.1, 0.97], levels: [0.2, 3.4] },
  ],
  level: "log2 CPM",
  said: [{ key: "markers-found.found", params: { n: 2, by: "cluster", features: 765, noun: "gene" } }],
  inR: ["wilcox.test(m[gene, s$cluster == 1], m[gene, s$cluster != 1])"],
  doubts: [],
};
