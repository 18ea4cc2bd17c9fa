// Pairs of groups, shifts and intervals of effects as R's and effectsize's (oracles/post-hoc.R), the studentized range as scipy's.

import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { relativeError } from "../../testing/oracle-answers.ts";
import { adjustedP } from "../adjusted-p.ts";
import { fMixture, noncentralTLower } from "../distributions/noncentral.ts";
import { rangeQuantile, rangeUpper } from "../distributions/studentized-range.ts";
import { chiSquare } from "./chi-square.ts";
import { dunn } from "./dunn.ts";
import { epsilonInterval, etaInterval, vInterval } from "./effect-intervals.ts";
import { shiftOfPairs, shiftOfTwo } from "./hodges-lehmann.ts";
import { kruskalWallis } from "./kruskal-wallis.ts";
import { mannWhitney } from "./mann-whitney.ts";
import { meanPairs } from "./mean-pairs.ts";
import { oneWayAnova } from "./one-way-anova.ts";
import { signedRank } from "./signed-rank.ts";

const ofR = JSON.parse(readFileSync(path.join(import.meta.dirname, "../oracles/post-hoc.json"), "utf8")) as {
  readonly several: readonly {
    readonly groups: readonly (readonly number[])[];
    readonly tukey: readonly (readonly number[])[];
    readonly howell: readonly (readonly number[])[];
    readonly dunn: readonly (readonly number[])[];
    readonly eta: readonly number[];
    readonly epsilon: readonly number[];
  }[];
  readonly shifts: readonly {
    readonly x: readonly number[];
    readonly y: readonly number[];
    readonly paired: boolean;
    readonly level: number;
    readonly shift: readonly [number, number, number];
    readonly biserial: readonly number[];
  }[];
  readonly v: readonly { readonly counts: readonly (readonly number[])[]; readonly v: readonly number[] }[];
};
const near = (found: readonly number[], expected: readonly number[], most: number) => {
  expect(found).toHaveLength(expected.length);
  expected.forEach((value, at) => {
    const one = found[at] ?? Number.NaN;
    expect(Math.min(relativeError(one, value), Math.abs(one - value)), `${at}: ${one} for ${value}`).toBeLessThan(most);
  });
};

describe.each(ofR.several)("several groups, $eta", ({ groups, tukey, howell, dunn: ranked, eta, epsilon }) => {
  test("Tukey's and Games and Howell's differences, intervals and p values", () => {
    // R's ptukey gives about eight digits, and qtukey stops at 1e-4 of its own.
    const kramer = meanPairs(groups, { equal: true });
    kramer.forEach(({ difference, interval, p }, at) => {
      near([difference, p], [tukey[at]?.[0] ?? 0, tukey[at]?.[3] ?? 0], 1e-8);
      near([...interval], tukey[at]?.slice(1, 3) ?? [], 1e-4);
    });
    const apart = meanPairs(groups, { equal: false });
    expect(apart).toHaveLength(howell.length);
    apart.forEach(({ difference, interval, df, p }, at) => {
      const [d = 0, low = 0, high = 0, freedom = 0, chance = 0] = howell[at] ?? [];
      near([difference, df, p], [d, freedom, chance], 1e-8);
      near([...interval], [low, high], 1e-4);
    });
  });
  test("Dunn's ranks, with ties, adjusted by Benjamini and Hochberg and by Holm", () => {
    const pairs = dunn(groups);
    const p = pairs.map((pair) => pair.p);
    const [bh, holm] = [adjustedP(p, "bh"), adjustedP(p, "holm")];
    pairs.forEach(({ z }, at) => near([z, p[at] ?? 0, bh[at] ?? 0, holm[at] ?? 0], ranked[at] ?? [], 1e-11));
  });
  test("intervals of eta squared and of epsilon squared", () => {
    const [a, k] = [oneWayAnova(groups), kruskalWallis(groups)];
    if (!a || !k) throw new Error("there is something to test");
    near([a.r2, ...etaInterval(a.f, a.df1, a.df2, 0.95)], eta, 1e-6);
    // uniroot stops within its tolerance.
    near([...epsilonInterval(k.h, k.df, groups.flat().length, 0.95)], epsilon, 1e-9);
  });
});

describe.each(ofR.shifts.map((one, at) => ({ ...one, at })))("a shift, $at", ({ x, y, paired, level, shift, biserial }) => {
  test("is Hodges and Lehmann's, with the interval of the test, and the rank-biserial correlation has effectsize's", () => {
    const [a, b] = [Float64Array.from(x), Float64Array.from(y)];
    const differences = a.map((value, at) => value - (b[at] ?? 0)).filter((value) => value !== 0);
    const asked = paired ? signedRank(differences) : mannWhitney(a, b);
    if (!asked) throw new Error("there is something to test");
    const found = paired ? shiftOfPairs(differences, asked.isExact, level) : shiftOfTwo(a, b, asked.isExact, level);
    near([...(found.interval ?? [])], shift.slice(1), 1e-8);
    const all = paired
      ? [...differences.keys()].flatMap((i) => [...differences.slice(i)].map((value) => ((differences[i] ?? 0) + value) / 2))
      : [...a].flatMap((value) => [...b].map((other) => value - other));
    all.sort((one, other) => one - other);
    const [low, high] = [all[Math.ceil(all.length / 2) - 1] ?? 0, all[Math.floor(all.length / 2)] ?? 0];
    expect(found.estimate).toBe((low + high) / 2);
    // Between the two in the middle R takes where its search happened to stop.
    expect(shift[0]).toBeGreaterThan(low - 1e-8);
    expect(shift[0]).toBeLessThan(high + 1e-8);
    if (asked.isExact) expect(found.estimate).toBeCloseTo(shift[0], 12);
    expect(biserial[0]).toBeCloseTo("auc" in asked ? 2 * asked.auc - 1 : asked.rankBiserial, 12);
  });
});

test("of so few values that no interval holds that much, there is none", () => {
  expect(shiftOfTwo(Float64Array.of(1, 2, 3), Float64Array.of(4, 6, 9), true, 0.95)).toEqual({ estimate: -4, interval: null });
  expect(shiftOfPairs(Float64Array.of(1, 2, 4), true, 0.95).interval).toBeNull();
  expect(shiftOfPairs(Float64Array.of(1, 1, 1, 2), false, 0.95).interval).toBeNull();
});

test("Cramér's V has effectsize's interval", () => {
  for (const { counts, v } of ofR.v) {
    const found = chiSquare(counts, false);
    if (!found) throw new Error("there is something to test");
    const n = counts.flat().reduce((sum, count) => sum + count, 0);
    const least = Math.min(counts.length, counts[0]?.length ?? 0) - 1;
    near([...vInterval(found.statistic, found.df, { n, least }, 0.95)], v.slice(1), 1e-6);
  }
});

test("the studentized range keeps its digits far out and of one degree of freedom", () => {
  // scipy.stats.studentized_range.sf and isf (R answers NaN of one degree of freedom, and about 1e-11 beyond).
  near(
    [rangeUpper(3.5, 3, 10), rangeUpper(8, 3, 30), rangeUpper(5, 3, 1), rangeUpper(3.5, 20, 1e4)],
    [0.07710331083841038, 1.0687313934498732e-5, 0.26070785021665466, 0.6036230197816073],
    1e-11,
  );
  expect(rangeQuantile(0.05, 5, 3.3)).toBeCloseTo(7.029616148491027, 9);
  expect(rangeUpper(0, 3, 10)).toBe(1);
  expect(rangeUpper(20, 3, 60)).toBeLessThan(1e-18);
  for (const none of [rangeUpper(1, 1, 3), rangeUpper(1, 3, 0), rangeQuantile(1, 3, 3)]) expect(none).toBeNaN();
  // Of two groups it is Student's t times the root of two: R's 2 * pt(-2 / sqrt(2), 7).
  expect(rangeUpper(2, 2, 7)).toBeCloseTo(0.200200074166, 9);
});

test("noncentral t and F as R's pt and pf", () => {
  near(
    [noncentralTLower(2, 10, 1), noncentralTLower(-1, 3, 0.5), noncentralTLower(5, 40, 6), noncentralTLower(0.3, 1.5, -1)],
    [0.807611562530311, 0.0921212098143628, 0.183757887598878, 0.892785874641883],
    1e-10,
  );
  near([fMixture(3, 2, 10).lower(4), fMixture(20, 4, 500).lower(100)], [0.548967890764288, 0.120534666671248], 1e-9);
});
