// t tests, signed ranks, McNemar's, Shapiro and Wilk's and permutations as R's (oracles/more-tests.R): huge and tiny numbers, two values,
// ties, zeros, and pairs that all differ one way.

import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { relativeError } from "../../testing/oracle-answers.ts";
import { mcNemar } from "./mcnemar.ts";
import { permutationTest } from "./permutation.ts";
import { shapiroWilk } from "./shapiro-wilk.ts";
import { signedRank } from "./signed-rank.ts";
import { pairedTTest, type TTest, tTest } from "./t-tests.ts";

type Told = number | string | readonly (number | string)[];
interface OfR {
  readonly two: readonly {
    readonly x: Told;
    readonly y: Told;
    readonly welch: Told;
    readonly student: Told;
    readonly g: Told;
    readonly all: Told;
  }[];
  readonly paired: readonly {
    readonly x: readonly number[];
    readonly y: readonly number[];
    readonly signed: Told;
    readonly t: Told;
    readonly g: Told;
  }[];
  readonly squares: readonly { readonly counts: readonly number[][]; readonly test: Told; readonly exact: Told }[];
  readonly three: { readonly counts: readonly number[][]; readonly test: Told };
  readonly shapes: readonly { readonly x: readonly number[]; readonly test: Told }[];
}
const ofR = JSON.parse(readFileSync(path.join(import.meta.dirname, "../oracles/more-tests.json"), "utf8")) as OfR;
const numbers = (told: Told): number[] => (Array.isArray(told) ? told : [told]).map(Number);
const near = (found: readonly (number | undefined)[], expected: readonly number[], most = 1e-9) => {
  expect(found).toHaveLength(expected.length);
  expected.forEach((value, at) => {
    const one = found[at] ?? Number.NaN;
    if (Number.isFinite(value)) expect(relativeError(one, value), `${at}: ${one} for ${value}`).toBeLessThan(most);
    else expect(one).toBe(value);
  });
};
const of = (t: TTest | null) => [t?.t, t?.df, t?.p, t?.difference, ...(t?.interval ?? [])];

test.each(ofR.two.map((one, at) => ({ ...one, at })))(
  "two samples, $at: Welch's t, Student's, Hedges' g, all permutations",
  (told) => {
    const [x, y] = [numbers(told.x), numbers(told.y)];
    near(of(tTest(x, y)), numbers(told.welch));
    near(of(tTest(x, y, { equal: true })), numbers(told.student));
    const found = tTest(x, y);
    near([found?.g, ...(found?.gInterval ?? [])], numbers(told.g));
    const [all] = numbers(told.all);
    if (Number.isFinite(all)) {
      const counted = permutationTest([x, y], { rounds: 200_000, seed: 1 });
      expect(counted?.isExact).toBe(true);
      near([counted?.p], [all as number]);
      expect(permutationTest([x, y], { rounds: 19_999, seed: 3 })?.p).toBeCloseTo(all as number, 1);
    }
  },
);

test.each(ofR.paired.map((one, at) => ({ ...one, at })))("pairs, $at: t and signed ranks", ({ x, y, signed, t, g }) => {
  const found = signedRank(x.map((value, at) => value - (y[at] as number)));
  near([found?.v, found?.p], numbers(signed));
  const paired = pairedTTest(x, y);
  near(of(paired), numbers(t));
  near([paired?.g, ...(paired?.gInterval ?? [])], numbers(g));
});

test.each(ofR.squares)("two answers, $counts: McNemar's, corrected and exact", ({ counts, test: told, exact }) => {
  const [plain, counted] = [mcNemar(counts, { exact: false }), mcNemar(counts, { exact: true })];
  near([plain?.statistic, plain?.df, plain?.p], numbers(told));
  near([counted?.p, ...(counted?.interval ?? [])], numbers(exact));
  expect(counted?.oddsRatio).toBe((counts[0]?.[1] ?? 0) / (counts[1]?.[0] ?? 0));
});

test("three answers: Bowker's", () => {
  const found = mcNemar(ofR.three.counts);
  near([found?.statistic, found?.df, found?.p], numbers(ofR.three.test));
});

test.each(ofR.shapes.map((one, at) => ({ ...one, at })))("is it normal, $at", ({ x, test: told }) => {
  const found = shapiroWilk(x);
  near([found?.w, found?.p], numbers(told), 1e-6);
});

test("of nothing, of one value and of what does not vary nothing is told", () => {
  expect(tTest([1], [1, 2])).toBeNull();
  expect(tTest([2, 2], [2, 2])).toBeNull();
  expect(tTest([1, 1], [2, 2])).toBeNull();
  expect(pairedTTest([1, 2], [0, 1])).toBeNull();
  expect(pairedTTest([1], [0])).toBeNull();
  expect(signedRank([0, 0])).toBeNull();
  expect(signedRank([])).toBeNull();
  expect(
    mcNemar([
      [3, 0],
      [0, 4],
    ]),
  ).toBeNull();
  expect(mcNemar([[3]])).toBeNull();
  for (const few of [[], [1, 2], [1, 1, 1, 1]]) expect(shapiroWilk(few)).toBeNull();
  expect(permutationTest([[1, 2], []], { rounds: 9, seed: 1 })).toBeNull();
  expect(permutationTest([[1, 1], [1]], { rounds: 9, seed: 1 })).toBeNull();
});

test("permutations by one seed are the same ones, and three groups are dealt, too", () => {
  const groups = [
    [1, 2, 3, 4, 9],
    [5, 6, 7, 8, 2],
    [11, 12, 13, 10, 15],
  ];
  const found = permutationTest(groups, { rounds: 999, seed: 5 });
  expect(permutationTest(groups, { rounds: 999, seed: 5 })).toEqual(found);
  expect(found?.p).toBeLessThan(0.01);
  expect(found?.isExact).toBe(false);
});
