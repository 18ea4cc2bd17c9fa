// Its body as its executor makes it, for tests.

import type { JsonObject } from "../../base/json.ts";

export const example: JsonObject = {
  method: "reml",
  studies: [
    { name: "Basel", rows: 100, used: 98 },
    { name: "Riga", rows: 120, used: 110 },
  ],
  answered: 90,
  says: [{ key: "meta-analysis.says-reml", params: { n: 90, studies: 2 } }],
  inR: ['metafor::rma(beta, sei = se, method = "REML")'],
  doubts: [],
};
