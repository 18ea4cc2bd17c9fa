// Statistics and p values as R's (oracles/tests.R): with ties, small and large, and with next to nothing.

import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { relativeError } from "../../testing/oracle-answers.ts";
import { chiSquare } from "./chi-square.ts";
import { fisherTable } from "./fisher-table.ts";
import { fisherExact } from "./fisher-exact.ts";
import { kendallTest } from "./kendall.ts";
import { kolmogorovSmirnov } from "./kolmogorov-smirnov.ts";
import { kruskalWallis } from "./kruskal-wallis.ts";
import { mannWhitney } from "./mann-whitney.ts";
import { oneWayAnova } from "./one-way-anova.ts";
import { type CorrelationTest, pearsonTest } from "./pearson.ts";
import { spearmanTest } from "./spearman.ts";
import { welchAnova } from "./welch-anova.ts";

type Told = number | string | readonly (number | string)[];
const ofR = JSON.parse(readFileSync(path.join(import.meta.dirname, "../oracles/tests.json"), "utf8")) as {
  readonly two: readonly { readonly [name: string]: Told }[];
  readonly several: readonly {
    readonly groups: readonly Told[];
    readonly kruskal: Told;
    readonly anova: Told;
    readonly welch: Told;
  }[];
  readonly fours: readonly {
    readonly counts: readonly number[];
    readonly expected: number;
    readonly fisher: Told;
    readonly corrected: Told;
    readonly plain: Told;
  }[];
  readonly large: readonly { readonly counts: readonly (readonly number[])[]; readonly fisher: number; readonly test: Told }[];
  readonly both: readonly {
    readonly x: readonly number[];
    readonly y: readonly number[];
    readonly pearson: Told;
    readonly spearman: Told;
    readonly kendall: Told;
  }[];
};
const numbers = (told: Told | undefined): number[] => (Array.isArray(told) ? told : [told]).map(Number);
const near = (found: readonly (number | undefined)[], expected: readonly number[], most = 1e-10) => {
  expect(found).toHaveLength(expected.length);
  expected.forEach((value, at) => {
    const one = found[at] ?? Number.NaN;
    if (!Number.isFinite(value)) expect(one).toBe(value);
    else
      expect(Math.min(relativeError(one, value), Math.abs(one - value) * 1e3), `${at}: ${one} for ${value}`).toBeLessThan(most);
  });
};

describe.each(ofR.two.map((one, at) => ({ ...one, at })))("two samples, $at", (told: { readonly [name: string]: Told }) => {
  const [x, y] = [numbers(told["x"]), numbers(told["y"])];
  test("Kolmogorov-Smirnov, exact, by its limit, and as R chooses", () => {
    const found = kolmogorovSmirnov(x, y);
    near([found?.d, found?.p], numbers(told["ks"]));
    near([kolmogorovSmirnov(x, y, true)?.p], numbers(told["exact"]));
    // R stops its sum where a term is below 1e-6 of a probability.
    near([kolmogorovSmirnov(x, y, false)?.p], numbers(told["limit"]), 1e-5);
    expect(kolmogorovSmirnov(y, x)).toEqual(found);
  });
  test("Mann-Whitney, exact or corrected as R chooses, and without the correction", () => {
    const found = mannWhitney(x, y);
    near([found?.w, found?.p], numbers(told["w"]));
    near([mannWhitney(x, y, { exact: false, correct: false })?.p], numbers(told["plain"]));
    if (found && found.p > 0) expect(found.logP).toBeCloseTo(Math.log(found.p), 9);
  });
});

test.each(ofR.several)(
  "several samples: Kruskal-Wallis, analysis of variance and Welch's",
  ({ groups, kruskal, anova, welch }) => {
    const all = groups.map(numbers);
    const [k, a, w] = [kruskalWallis(all), oneWayAnova(all), welchAnova(all)];
    near([k?.h, k?.df, k?.p], numbers(kruskal));
    near([a?.f, a?.df1, a?.df2, a?.p], numbers(anova));
    near([w?.f, w?.df1, w?.df2, w?.p], numbers(welch));
  },
);

test.each(ofR.fours)("two by two, $counts: Fisher's, and chi-squared with Yates' correction and without", (told) => {
  const [a = 0, b = 0, c = 0, d = 0] = told.counts;
  const found = fisherExact([
    [a, b],
    [c, d],
  ]);
  const [p, ...rest] = numbers(told.fisher);
  near([found?.p], [p ?? 0]);
  // R looks for the ratio, or for 1 over it, with a tolerance of 1e-4.
  for (const [at, one] of [found?.oddsRatio, ...(found?.interval ?? [])].entries()) {
    const ofR = rest[at] ?? Number.NaN;
    const value = one ?? Number.NaN;
    if (value !== ofR) expect(Math.min(Math.abs(value - ofR), Math.abs(1 / value - 1 / ofR))).toBeLessThan(1.5e-4);
  }
  const counts = [
    [a, b],
    [c, d],
  ];
  const [corrected, plain] = [chiSquare(counts), chiSquare(counts, false)];
  near([corrected?.statistic, corrected?.p], numbers(told.corrected));
  near([plain?.statistic, plain?.p], numbers(told.plain));
  near([plain?.leastExpected], [told.expected]);
});

test.each(ofR.large)("larger tables: chi-squared and Fisher's", ({ counts, fisher, test: told }) => {
  const found = chiSquare(counts);
  const exact = fisherTable(counts);
  near([exact && exact !== "too-many" ? exact.p : Number.NaN], [fisher], 1e-6);
  expect(fisherTable([...counts, counts[0]?.map(() => 0) ?? []])).toEqual(exact);
  near([found?.statistic, found?.df, found?.p], numbers(told));
  near([chiSquare([...counts, counts[0]?.map(() => 0) ?? []])?.p], [numbers(told)[2] ?? 0]);
});

test.each(ofR.both)("two lists: Pearson, Spearman and Kendall", ({ x, y, pearson, spearman, kendall }) => {
  const of = (found: CorrelationTest | null) => [found?.estimate, found?.statistic, found?.p];
  near(of(pearsonTest(x, y)), numbers(pearson), 1e-8);
  near(of(spearmanTest(x, y)), numbers(spearman), 1e-9);
  near(of(kendallTest(x, y)), numbers(kendall), 1e-9);
  const gap = [...x, Number.NaN, 3];
  expect(pearsonTest(gap, [...y, 4, Number.NaN])).toEqual(pearsonTest(x, y));
  expect(kendallTest([...x, Number.NaN], [...y, 4])).toEqual(kendallTest(x, y));
});

test("Kendall's tau of 1,500 pairs with ties is that of R's cor.test", () => {
  let state = 12345;
  const next = (): number => (state = (state * 16807) % 2147483647);
  const [x, y] = [new Float64Array(1500), new Float64Array(1500)];
  for (let at = 0; at < 1500; at++) {
    x[at] = next() % 97;
    y[at] = Math.floor(((x[at] as number) * 3 + (next() % 400)) / 10);
  }
  const found = kendallTest(x, y);
  near([found?.estimate, found?.statistic, found?.p], [0.393515732325216, 22.5043321583485, 3.76438081765584e-112], 1e-12);
});

test("of nothing, of one value and of what does not vary nothing is told", () => {
  for (const of of [kolmogorovSmirnov, mannWhitney]) {
    expect(of([], [1, 2])).toBeNull();
    expect(of([Number.NaN], [1, 2])).toBeNull();
  }
  expect(mannWhitney([1, 1], [1, 1, 1])?.p).toBeNaN();
  expect(mannWhitney([Number.NEGATIVE_INFINITY, 1, Number.POSITIVE_INFINITY], [2, 3])?.p).toBeCloseTo(0.8, 12);
  for (const of of [kruskalWallis, oneWayAnova, welchAnova]) {
    expect(of([])).toBeNull();
    expect(of([[1, 2]])).toBeNull();
    expect(of([[1, 1], [1]])).toBeNull();
    expect(of([[], [Number.NaN], [1, 2]])).toBeNull();
  }
  expect(
    oneWayAnova([
      [1, 1],
      [2, 2],
    ])?.p,
  ).toBe(0);
  for (const of of [pearsonTest, spearmanTest, kendallTest]) {
    expect(of([], [])).toBeNull();
    expect(of([1], [2])).toBeNull();
    expect(of([1, 1, 1], [1, 2, 3])).toBeNull();
  }
  expect(pearsonTest([1, 2, 3], [2, 4, 6])?.p).toBe(0);
  expect(chiSquare([])).toBeNull();
  expect(
    chiSquare([
      [1, 0],
      [2, 0],
    ]),
  ).toBeNull();
  expect(
    fisherExact([
      [1, 2],
      [0, 0],
    ]),
  ).toBeNull();
  expect(
    fisherExact([
      [1.5, 2],
      [3, 4],
    ]),
  ).toBeNull();
  expect(
    fisherExact([
      [0, 5],
      [0, 4],
    ]),
  ).toBeNull();
  expect(fisherTable([])).toBeNull();
  expect(fisherTable([[1, 2]])).toBeNull();
  expect(
    fisherTable([
      [1, -2],
      [3, 4],
    ]),
  ).toBeNull();
  const many = Array.from({ length: 6 }, (_, row) =>
    Array.from({ length: 6 }, (_v, column) => 40 + 7 * row + ((row * column) % 5)),
  );
  expect(fisherTable(many)).toBe("too-many");
});

test("numbers whose squares a double does not hold have the answer of the same numbers in another unit", () => {
  const groups = [
    [1, 2, 3, 4],
    [3, 4, 5, 7],
    [2, 2.5, 6, 8],
  ];
  // R: oneway.test, of the numbers as they are.
  for (const unit of [1e-200, 2e307])
    for (const [of, p] of [
      [oneWayAnova, 0.274517659755707],
      [welchAnova, 0.186732897942771],
    ] as const) {
      const found = of(groups.map((values) => values.map((value) => (value - 4.5) * unit)));
      expect(Math.abs((found?.p ?? Number.NaN) / p - 1)).toBeLessThan(1e-9);
      expect(Number.isFinite(found?.r2)).toBe(true);
    }
});
