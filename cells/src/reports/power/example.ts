// Its body as its executor makes it, for tests.

import type { JsonObject } from "../../base/json.ts";

export const example: JsonObject = {
  design: "t",
  solve: "n",
  n: 64,
  power: 0.8015,
  alpha: 0.05,
  settings: { difference: 1, deviation: 2 },
  says: [{ key: "power-cell.takes-t", params: {} }],
  inR: ["power.t.test(delta = 1, sd = 2, power = 0.8, strict = TRUE)"],
};
