// Values from R 4.2.2: bw.nrd0, sums of dnorm, density(bw = "nrd0").

import { expect, test } from "vitest";
import { bandwidth, binned, eruptions, exact, places } from "./faithful.fixture.ts";
import { kernelDensity, silvermanBandwidth } from "./kernel-density.ts";

const sorted = (values: readonly number[]): Float64Array => Float64Array.from(values).sort();

test("the bandwidth is R's bw.nrd0", () => {
  expect(silvermanBandwidth(sorted(eruptions))).toBeCloseTo(bandwidth, 14);
  expect(silvermanBandwidth(sorted([1, 2, 4, 8, 16]))).toBeCloseTo(2.9207538685519072, 13);
  expect(silvermanBandwidth(sorted([3, 7]))).toBeCloseTo(1.1693962790544949, 13);
  // The interquartile range is 0: the standard deviation alone.
  expect(silvermanBandwidth(sorted([1, 1, 1, 1, 1, 1, 1, 1, 9]))).toBeCloseTo(1.5465456359454102, 13);
});

test("values that are all equal, one value and none have no bandwidth", () => {
  for (const values of [[5, 5, 5], [2], []]) expect(silvermanBandwidth(sorted(values))).toBe(0);
});

test("the density is the mean of R's normal curves, and near its binned density()", () => {
  const found = kernelDensity(sorted(eruptions), bandwidth, places);
  found.forEach((value, at) => {
    expect(value).toBeCloseTo(exact[at] as number, 13);
    expect(Math.abs(value - (binned[at] as number))).toBeLessThan(1e-4 * Math.max(...exact));
  });
});

test("the area under it is 1, and far away it is 0", () => {
  const values = sorted(eruptions);
  const step = 0.01;
  const grid = Array.from({ length: 800 }, (_, i) => -1 + i * step);
  expect(kernelDensity(values, bandwidth, grid).reduce((sum, y) => sum + y * step, 0)).toBeCloseTo(1, 9);
  expect([...kernelDensity(values, bandwidth, [-1e6, 1e6])]).toEqual([0, 0]);
});
