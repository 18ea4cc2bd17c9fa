// Ends of the whiskers are values that occur.

import { expect, test } from "vitest";
import { boxStats } from "./box-stats.ts";

test("whiskers end at the farthest values within 1.5 interquartile ranges, and the values stay as they were", () => {
  const values = Float64Array.of(100, 4, 1, 3, 2, -90, 5);
  // q1 1.5, q3 4.5: what lies between -3 and 9 is reached.
  expect(boxStats(values)).toEqual({ n: 7, min: -90, q1: 1.5, median: 3, q3: 4.5, max: 100, lower: 1, upper: 5 });
  expect([...values]).toEqual([100, 4, 1, 3, 2, -90, 5]);
});
