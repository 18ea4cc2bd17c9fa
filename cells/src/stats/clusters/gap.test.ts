// How many clusters a curve of gaps says, as cluster's maxSE (R 4.2.2): methods Tibs2001SEmax and globalSEmax.

import { expect, test } from "vitest";
import { type Gap, gapAtLargest, gapSays } from "./gap.ts";

const curve = (gaps: readonly number[], errors: readonly number[]): readonly Gap[] =>
  gaps.map((gap, at) => ({ k: at + 1, gap, error: errors[at] as number }));

test.each([
  // Three clouds near each other: gaps fall before they rise.
  [[0.345, 0.265, 0.706, 0.558, 0.525], [0.067, 0.076, 0.093, 0.079, 0.075], 1, 3],
  [[0.1, 0.3, 0.6, 0.59, 0.55], [0.02, 0.02, 0.02, 0.02, 0.02], 3, 3],
  [[0.4, 0.3, 0.25, 0.2, 0.1], [0.02, 0.02, 0.02, 0.02, 0.02], 1, 1],
  // R answers the last where none is as large as the next.
  [[0.1, 0.2, 0.3, 0.4, 0.5], [0.02, 0.02, 0.02, 0.02, 0.02], null, 5],
] as const)("%j", (gaps, errors, says, largest) => {
  expect(gapSays(curve(gaps, errors))).toBe(says);
  expect(gapAtLargest(curve(gaps, errors))).toBe(largest);
});
