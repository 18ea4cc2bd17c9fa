// A small figure, for tests.

import type { Figure } from "../../artifact.ts";

export const example: Figure = {
  type: "figure",
  data: [{ type: "scatter", mode: "markers", x: [1, 2, 3], y: [4, 6, 5] }],
  layout: { xaxis: {}, yaxis: {} },
  alt: "Three points",
  marks: 3,
};
