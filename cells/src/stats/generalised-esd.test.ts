// Rosner's test: his 54 values with the deviates and critical values of the NIST/SEMATECH e-Handbook, 1.3.5.17.3.

import { expect, test } from "vitest";
import { generalisedEsd } from "./generalised-esd.ts";

const rosner = [
  -0.25, 0.68, 0.94, 1.15, 1.2, 1.26, 1.26, 1.34, 1.38, 1.43, 1.49, 1.49, 1.55, 1.56, 1.58, 1.65, 1.69, 1.7, 1.76, 1.77, 1.81,
  1.91, 1.94, 1.96, 1.99, 2.06, 2.09, 2.1, 2.14, 2.15, 2.23, 2.24, 2.26, 2.35, 2.37, 2.4, 2.47, 2.54, 2.62, 2.64, 2.9, 2.92, 2.92,
  2.93, 3.21, 3.26, 3.3, 3.59, 3.68, 4.3, 4.64, 5.34, 5.42, 6.01,
];

test("Rosner's 54 values have 3 outliers", () => {
  const { tested, count } = generalisedEsd(rosner, 10, 0.05);
  expect(count).toBe(3);
  expect(tested.slice(0, 3).map(({ at }) => rosner[at])).toEqual([6.01, 5.42, 5.34]);
  // R 4.2, with the handbook's own lines: deviate and critical value. Its table says the first 3.118 and 3.158.
  const wanted = [
    [3.118906049, 3.158793941],
    [2.942973114, 3.151430023],
    [3.179423937, 3.143889685],
    [2.810181144, 3.136164956],
    [2.815579563, 3.128247334],
    [2.848171628, 3.120127738],
    [2.279327055, 3.111796454],
    [2.310366059, 3.103243078],
    [2.101580651, 3.094456447],
    [2.067178078, 3.085424571],
  ];
  expect(tested).toHaveLength(wanted.length);
  for (const [at, { deviate, critical }] of tested.entries()) {
    expect(Math.abs(deviate)).toBeCloseTo(wanted[at]?.[0] as number, 8);
    expect(critical).toBeCloseTo(wanted[at]?.[1] as number, 8);
  }
});

test("of none, of few and of equal values nothing is an outlier", () => {
  for (const values of [[], [1], [1, 9], [3, 3, 3, 3]]) expect(generalisedEsd(values, 5, 0.05)).toEqual({ tested: [], count: 0 });
  expect(generalisedEsd([1, 1, 1, 1, 50], 5, 0.05)).toMatchObject({ count: 1, tested: [{ at: 4 }] });
});
