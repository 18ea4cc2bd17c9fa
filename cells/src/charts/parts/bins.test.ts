// Quartiles and bins are compared with NumPy 1.24 (gamma.fixture.ts: numpy.percentile and numpy.histogram with "fd" over
// 200 gamma numbers, seed 7).

import { expect, test } from "vitest";
import { binOf, chooseBins } from "./bins.ts";
import { boxStats } from "./box-stats.ts";
import { gamma as fixture } from "./gamma.fixture.ts";

test("quartiles are NumPy's", () => {
  const stats = boxStats(Float64Array.from(fixture.values));
  expect([stats?.q1, stats?.median, stats?.q3]).toEqual(fixture.quartiles.map((value) => expect.closeTo(value, 12)));
});

test("automatic bins and their counts are NumPy's", () => {
  const values = Float64Array.from(fixture.values);
  const bins = chooseBins(values, null, false);
  expect(bins.count).toBe(fixture.fd_counts.length);
  const counted = (chosen: typeof bins): number[] => {
    const counts = new Array<number>(chosen.count).fill(0);
    for (const value of values) counts[binOf(chosen, value)] = (counts[binOf(chosen, value)] ?? 0) + 1;
    return counts;
  };
  expect(counted(bins)).toEqual(fixture.fd_counts);
  expect(counted(chooseBins(values, 7, false))).toEqual(fixture.counts7);
});
