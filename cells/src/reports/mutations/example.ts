// Its body as its executor makes it, for tests.

import type { JsonObject } from "../../base/json.ts";

export const example: JsonObject = {
  by: "sample",
  samples: 200,
  sequenced: 193,
  mutated: 192,
  variants: 2207,
  counted: 1732,
  classes: ["Missense_Mutation", "Nonsense_Mutation"],
  byClass: [{ name: "Missense_Mutation", n: 1342, samples: 190 }],
  byType: [{ name: "SNP", n: 1938, samples: 191 }],
  bySubstitution: [{ name: "C>T", n: 1097, samples: 188 }],
  transitions: 1302,
  transversions: 636,
  genes: [
    { name: "FLT3", samples: 52, share: 0.27 },
    { name: "DNMT3A", samples: 48, share: 0.25 },
  ],
  burden: { median: 9, perMb: null, megabases: null },
  hypermutated: 0,
  gene: "FLT3",
  says: [],
  inR: ["library(maftools)"],
  doubts: [],
};
