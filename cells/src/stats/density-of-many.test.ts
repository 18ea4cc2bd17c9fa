// The density of many values is that of their sum of curves, to a millionth of its peak.

import { expect, test } from "vitest";
import { densityOfMany } from "./density-of-many.ts";
import { kernelDensity, silvermanBandwidth } from "./kernel-density.ts";
import { normalQuantile } from "./normal-quantile.ts";

test("of more than 100,000 values, of two humps and a tail", () => {
  const n = 100_001;
  const values = Float64Array.from({ length: n }, (_, at) => {
    const z = normalQuantile((at + 0.5) / n);
    return at % 3 === 0 ? 6 + z / 2 : at % 3 === 1 ? z : Math.exp(z);
  }).sort();
  const bandwidth = silvermanBandwidth(values);
  const places = Array.from({ length: 24 }, (_, at) => -4 + at);
  const exact = kernelDensity(values, bandwidth, places);
  const peak = Math.max(...exact);
  densityOfMany(values, bandwidth, places).forEach((found, at) =>
    expect(Math.abs(found - (exact[at] as number))).toBeLessThan(1e-6 * peak),
  );
});

test("of fewer values it is the sum of their curves, bit for bit; so it is where values lie too far apart for a grid", () => {
  const few = Float64Array.from([1, 2, 4]);
  expect(densityOfMany(few, 0.5, [2, 3])).toEqual(kernelDensity(few, 0.5, [2, 3]));
  const far = Float64Array.from({ length: 100_001 }, (_, at) => (at === 100_000 ? 1e300 : at / 1e5));
  expect(densityOfMany(far, 0.5, [0.5])).toEqual(kernelDensity(far, 0.5, [0.5]));
});
