// Ranks against those of R 4.2.2 (rank with na.last = "keep"; dense: match(x, sort(unique(x)))) and pandas 3.0.6
// (Series.rank), which agree.

import { expect, test } from "vitest";
import { ranksOfValues, type Ties } from "./ranks.ts";

const x = [2.5, -1, Number.NaN, 2.5, 0, 7, -1, 2.5, Number.NaN, 7, 3.25, -0.5];
const expected: readonly (readonly [Ties, boolean, readonly (number | null)[]])[] = [
  ["average", false, [6, 1.5, null, 6, 4, 9.5, 1.5, 6, null, 9.5, 8, 3]],
  ["average", true, [5, 9.5, null, 5, 7, 1.5, 9.5, 5, null, 1.5, 3, 8]],
  ["min", false, [5, 1, null, 5, 4, 9, 1, 5, null, 9, 8, 3]],
  ["min", true, [4, 9, null, 4, 7, 1, 9, 4, null, 1, 3, 8]],
  ["max", false, [7, 2, null, 7, 4, 10, 2, 7, null, 10, 8, 3]],
  ["max", true, [6, 10, null, 6, 7, 2, 10, 6, null, 2, 3, 8]],
  ["first", false, [5, 1, null, 6, 4, 9, 2, 7, null, 10, 8, 3]],
  ["first", true, [4, 9, null, 5, 7, 1, 10, 6, null, 2, 3, 8]],
  ["dense", false, [4, 1, null, 4, 3, 6, 1, 4, null, 6, 5, 2]],
  ["dense", true, [3, 6, null, 3, 4, 1, 6, 3, null, 1, 2, 5]],
];

test.each(expected)("ties %s, descending %s: as R and pandas", (ties, descending, ranks) => {
  expect([...ranksOfValues(x, { ties, descending })]).toEqual(ranks.map((rank) => rank ?? Number.NaN));
});

test("infinities are the least and the largest, both zeros are equal, and of nothing there are no ranks", () => {
  const values = [Number.POSITIVE_INFINITY, -0, Number.NEGATIVE_INFINITY, 0];
  expect([...ranksOfValues(values, { ties: "average" })]).toEqual([4, 2.5, 1, 2.5]);
  expect([...ranksOfValues([], { ties: "first" })]).toEqual([]);
  expect([...ranksOfValues([Number.NaN], { ties: "min" })]).toEqual([Number.NaN]);
});
