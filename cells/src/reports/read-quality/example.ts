// Its body as it is made, for tests.

import type { JsonObject } from "../../base/json.ts";

export const example: JsonObject = {
  reads: 2,
  bases: 2,
  emptyReads: 0,
  encoding: "Sanger (Illumina 1.8)",
  isGuessed: false,
  positions: [
    {
      from: 1,
      to: 1,
      bases: 2,
      mean: 35,
      p10: 30,
      q1: 30,
      median: 30,
      q3: 40,
      p90: 40,
      content: { a: 0.5, c: 0, g: 0.5, t: 0, n: 0, other: 0 },
    },
  ],
  meanQualities: [
    { quality: 30, reads: 1 },
    { quality: 40, reads: 1 },
  ],
  gc: [
    { percent: 0, reads: 1 },
    { percent: 100, reads: 1 },
  ],
  lengths: [{ from: 1, to: 1, reads: 2 }],
  modules: [
    { module: "n-content", level: "pass", value: 0, threshold: 5, from: 1, to: 1, name: "", reads: 2 },
    { module: "duplication", level: "fail", value: 50, threshold: 70, from: 0, to: 0, name: "", reads: 2 },
  ],
};
