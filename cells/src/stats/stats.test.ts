// Values from R 4.2.2: mean, var, sd, scale, quantile(type = 7), median; order(-apply(m, 1, var)).

import { describe, expect, test } from "vitest";
import { deviationOf, momentsOf, varianceOf } from "./moments.ts";
import { mostVariable, mostVariableOf } from "./most-variable.ts";
import { medianOf, quantileOfSorted, quantiles } from "./quantiles.ts";
import { accurateSum, meanOf, SumsByPlace, sumOf } from "./sums.ts";
import { zScores } from "./z-scores.ts";

describe("sums", () => {
  test("small numbers beside large ones are not lost", () => {
    expect(sumOf([1, 1e100, 1, -1e100])).toBe(2);
    expect(accurateSum(4, (at) => [1, 1e100, 1, -1e100][at] as number)).toBe(2);
    const both = new SumsByPlace(2);
    for (const value of [1, 1e100, 1, -1e100]) both.add(1, value);
    both.add(0, Infinity);
    expect([...both.all()]).toEqual([Infinity, 2]);
    expect(sumOf(new Float64Array(1_000_000).fill(0.1))).toBe(100_000);
  });
  test("infinities and NaN are those of the plain sum, of nothing it is 0 and the mean NaN", () => {
    expect(sumOf([1, Infinity])).toBe(Infinity);
    expect(sumOf([Infinity, -Infinity])).toBeNaN();
    expect(sumOf([])).toBe(0);
    expect(meanOf([])).toBeNaN();
  });
});

describe("moments", () => {
  test("divisor n - 1, NaN left out", () => {
    // var(c(2, 4, 4, 4, 5, 5, 7, 9))
    expect(varianceOf([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(4.571428571428571, 15);
    expect(deviationOf([2, 4, Number.NaN, 4, 4, 5, 5, 7, 9])).toBeCloseTo(2.138089935299395, 15);
    expect(varianceOf([3])).toBeNaN();
    expect(momentsOf([Number.NaN])).toEqual({ n: 0, mean: Number.NaN, squares: 0, isConstant: true });
  });
  test("a large offset costs no digits", () => {
    // var(1e9 + c(4, 7, 13, 16)) = 30
    expect(varianceOf([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16])).toBe(30);
  });
  test("an infinity is no spread that could be told", () => {
    expect(varianceOf([1, 2, Infinity])).toBeNaN();
  });
});

test("z-scores as R's scale(); what does not vary is 0, NaN stays", () => {
  // scale(c(1, 2, 3, 4))
  expect([...zScores([1, 2, 3, 4]).z].map((value) => value.toFixed(12))).toEqual(
    [-1.161895003862225, -0.3872983346207417, 0.3872983346207417, 1.161895003862225].map((value) => value.toFixed(12)),
  );
  expect(zScores([0.1, 0.1, Number.NaN])).toEqual({ z: Float64Array.of(0, 0, Number.NaN), isConstant: true });
  expect([...zScores([5]).z]).toEqual([0]);
});

describe("quantiles of type 7", () => {
  test("as R's quantile(c(1, 2, 4, 8, 16), c(.1, .25, .5, .9))", () => {
    const values = Float64Array.of(16, 1, 8, 2, 4);
    expect(quantiles(values.slice(), [0.1, 0.25, 0.5, 0.9])).toEqual([1.4, 2, 4, 12.8]);
    expect(quantileOfSorted([1, 2, 4, 8, 16], 0.9)).toBeCloseTo(12.8, 12);
    expect(quantileOfSorted([], 0.5)).toBeNaN();
    expect(quantileOfSorted([-Infinity, -Infinity, 3], 0.25)).toBe(-Infinity);
  });
  test("the median leaves its input alone, and NaN makes it NaN", () => {
    const values = [3, 1, 2];
    expect(medianOf(values)).toBe(2);
    expect(values).toEqual([3, 1, 2]);
    expect(medianOf([1, Number.NaN])).toBeNaN();
    expect(medianOf([])).toBeNaN();
    expect(medianOf([4, 1])).toBe(2.5);
  });
});

test("most variable: by variance, of equal ones the earlier, missing values left out", () => {
  const rows = [
    [1, 2, 3],
    [0, 10, 20],
    [3, 2, 1],
    [5, Number.NaN, 500],
    [7, Number.NaN, Number.NaN],
  ];
  expect([...mostVariable(rows.length, 5, (at) => rows[at] as number[])]).toEqual([3, 1, 0, 2, 4]);
  expect([...mostVariableOf(Float64Array.of(1, 2, 2), 2)]).toEqual([1, 2]);
});
