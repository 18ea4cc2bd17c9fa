// Its body as its executor makes it, for tests.

import type { JsonObject } from "../../base/json.ts";

export const example: JsonObject = {
  noun: "gene",
  samples: 6,
  names: ["Xkr4"],
  sets: [{ name: "Day8 against Day0", arrays: { mean: "AACAPw==" } }],
};
