// Quartiles and bins are compared with NumPy 1.24 (gamma.fixture.ts: numpy.percentile and numpy.histogram with "fd" over
// 200 gamma numbers, seed 7).

import { expect, test } from "vitest";
import { binOf, edgeOf } from "../../stats/bins.ts";
import { seededRandom } from "../../stats/seeded-random.ts";
import { chooseBins } from "./bins.ts";
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

const counted = (values: Float64Array, wanted: number | null): number[] => {
  const bins = chooseBins(
    values,
    wanted,
    values.every((value) => Number.isInteger(value)),
  );
  const counts = new Array<number>(bins.count).fill(0);
  for (const value of values) {
    const bin = binOf(bins, value);
    counts[bin] = (counts[bin] ?? Number.NaN) + 1;
    // As R's hist(right = FALSE), whose fuzz is 1e-7 of a bin.
    const fuzz = bins.width * 1.1e-7 + Math.abs(value) * 4 * Number.EPSILON + Number.MIN_VALUE;
    expect(value).toBeGreaterThanOrEqual(edgeOf(bins, bin) - fuzz);
    expect(value).toBeLessThanOrEqual(edgeOf(bins, bin + 1) + fuzz);
  }
  return counts;
};
const sum = (counts: readonly number[]): number => counts.reduce((total, n) => total + n, 0);

test("the largest value is in the last bin, whatever a bin's width was rounded to", () => {
  const values = Float64Array.of(-2.185e-7, 0, 1.658e-7);
  for (const wanted of [null, ...Array.from({ length: 499 }, (_, at) => at + 2)]) {
    const counts = counted(values, wanted);
    expect(sum(counts)).toBe(3);
    expect(counts.at(-1)).toBeGreaterThan(0);
  }
});

test("bars add up to the number of values for 2,000 seeded sets of any scale", () => {
  const random = seededRandom(11);
  for (let set = 0; set < 2000; set++) {
    const size = 10 ** (random() * 600 - 300);
    const offset = random() < 0.3 ? size * 10 ** (random() * 12) * (random() - 0.5) : 0;
    const digits = 1 + Math.floor(random() * 15);
    const values = Float64Array.from({ length: 2 + Math.floor(random() * 60) }, () => {
      const value = offset + (random() - 0.5) * size;
      return random() < 0.5 ? Number(value.toPrecision(digits)) : value;
    });
    const wanted = random() < 0.3 ? null : 2 + Math.floor(random() * 499);
    expect(sum(counted(values, wanted)), `set ${set}`).toBe(values.length);
  }
});

test.each([
  ["the widest", [-1.7e308, 0, 1.7e308]],
  ["the smallest", [0, 5e-324, 1e-323]],
  ["neighbours", [1, 1 + Number.EPSILON]],
  ["equal", [1e300, 1e300]],
  ["whole numbers beyond 2^53", [2 ** 60, 2 ** 60 + 512]],
  ["whole numbers", [-3, 0, 7, 7]],
])("ends of what a double holds: %s", (_, values) => {
  for (const wanted of [null, 2, 7, 500]) expect(sum(counted(Float64Array.from(values), wanted))).toBe(values.length);
});

// R 4.2.2: hist(rep(seq(0, 1, .1), 3), breaks = seq(0, 1, length = n + 1), right = FALSE)$counts
test("a value that is an edge but for rounding is in the bin that begins there, as in R", () => {
  const tenths = Float64Array.from({ length: 33 }, (_, at) => Number((Math.floor(at / 3) / 10).toFixed(1)));
  expect(counted(tenths, 5)).toEqual([6, 6, 6, 6, 9]);
  expect(counted(tenths, 10)).toEqual([3, 3, 3, 3, 3, 3, 3, 3, 3, 6]);
  const bins = chooseBins(tenths, 10, false);
  expect(Array.from({ length: 11 }, (_, at) => edgeOf(bins, at))).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
});
