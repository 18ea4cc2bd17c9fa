// Where nothing differs p values are uniform, or, of a test of whole numbers, no smaller than they should be; intervals hold the truth as
// often as they say. Drawn sets; bounds are those of chance alone, passed by one of a thousand.

import { describe, expect, test } from "vitest";
import type { ComparedData, TestAnswer } from "../contract/statistical-test.ts";
import { loadWork, newTest, type TestName } from "../statistical-tests.ts";
import { type Drawing, drawing, farFromUniform, shareBelow, within999 } from "../testing/drawn.ts";

const times = 1000;
type Draw = (of: Drawing) => ComparedData;

const numbers = (n: number, draw: () => number): Float64Array => Float64Array.from({ length: n }, draw);
const groups =
  (...sizes: readonly number[]): Draw =>
  (of) => ({ shape: "groups", groups: sizes.map((n) => numbers(n, of.normal)) });
const columns =
  (n: number): Draw =>
  (of) => ({ shape: "columns", x: numbers(n, of.normal), y: numbers(n, of.normal) });
const repeats =
  (n: number): Draw =>
  (of) => ({ shape: "repeats", x: numbers(n, of.normal), y: numbers(n, of.normal) });
/** Two answers of each of n, that go with nothing. */
const counts =
  (n: number, rows: number, share: number, shape: "counts" | "repeated-counts" = "counts"): Draw =>
  (of) => {
    const table = Array.from({ length: rows }, () => [0, 0]);
    for (let at = 0; at < n; at++) {
      const line = table[Math.min(rows - 1, Math.floor(of.uniform() * rows))] as number[];
      const column = Number(of.uniform() < share);
      line[column] = (line[column] as number) + 1;
    }
    return { shape, counts: table, rows: ["no", "yes", "more"].slice(0, rows), columns: ["no", "yes"] };
  };

async function answers(name: TestName, draw: Draw, seed: number, more: object = {}, n = times): Promise<readonly TestAnswer[]> {
  const options = { ...newTest(name), ...more };
  const work = await loadWork(options);
  const of = drawing(seed);
  return Array.from({ length: n }, () => work.answer({ options, data: draw(of), confidence: 0.95 })).filter(
    (answer): answer is TestAnswer => typeof answer !== "string",
  );
}
const pOf = (found: readonly TestAnswer[]): readonly number[] => found.map(({ p }) => p);

describe("p values where nothing differs (T-18)", () => {
  test.each<readonly [string, TestName, Draw]>([
    ["Welch's t, unlike sizes", "t", groups(6, 11)],
    ["paired t", "paired-t", repeats(9)],
    ["analysis of variance", "anova", groups(5, 7, 9)],
    ["Pearson", "pearson", columns(12)],
    ["Mann-Whitney of large groups", "mann-whitney", groups(80, 90)],
    ["signed ranks of many", "signed-rank", repeats(120)],
    ["Kruskal-Wallis of large groups", "kruskal-wallis", groups(60, 70, 80)],
    ["Kendall of many", "kendall", columns(150)],
    ["Spearman of many", "spearman", columns(150)],
  ])("%s: uniform", async (_, name, draw) => {
    const p = pOf(await answers(name, draw, 101, {}, times));
    expect(farFromUniform(p)).toBeLessThan(1);
    for (const alpha of [0.01, 0.05, 0.2]) {
      const [low, high] = within999(p.length, alpha);
      const n = shareBelow(p, alpha);
      expect([n >= low, n <= high], `${n} of ${p.length} at ${alpha}`).toEqual([true, true]);
    }
  });

  test.each<readonly [string, TestName, Draw]>([
    ["Fisher", "fisher", counts(24, 2, 0.4)],
    ["Fisher of three rows", "fisher", counts(24, 3, 0.4)],
    ["Mann-Whitney of few, exact", "mann-whitney", groups(4, 5)],
    ["signed ranks of few, exact", "signed-rank", repeats(8)],
    ["Spearman of few", "spearman", columns(7)],
    ["Kendall of few", "kendall", columns(7)],
    ["permutation of few, all of them", "permutation", groups(4, 4)],
    ["McNemar", "mcnemar", counts(60, 2, 0.5, "repeated-counts")],
    ["chi-square of many", "chi-square", counts(400, 3, 0.4)],
  ])("%s: at no level more than the level", async (_, name, draw) => {
    const p = pOf(await answers(name, draw, 102));
    expect(p.length).toBeGreaterThan(times * 0.95);
    for (const alpha of [0.01, 0.05, 0.1, 0.2])
      expect(shareBelow(p, alpha), `at ${alpha}`).toBeLessThanOrEqual(within999(p.length, alpha)[1]);
  });
});

describe("95 % intervals hold the truth", () => {
  const moved = (by: number, ...sizes: readonly number[]): Draw => {
    const draw = groups(...sizes);
    return (of) => {
      const data = draw(of);
      if (data.shape === "groups") data.groups[0]?.forEach((value, at, all) => (all[at] = value + by));
      return data;
    };
  };
  const holding = (found: readonly TestAnswer[], truth: number, of: "interval" | "effectInterval"): number =>
    found.filter((answer) => {
      const interval = answer[of];
      return interval !== undefined && interval[0] <= truth && truth <= interval[1];
    }).length;

  test("as often as they say: differences of means, apart and paired, and correlations", async () => {
    const [low, high] = within999(2500, 0.95);
    const together: Draw = (of) => {
      const [x, y] = [numbers(25, of.normal), new Float64Array(25)];
      x.forEach((value, at) => (y[at] = 0.6 * value + 0.8 * of.normal()));
      return { shape: "columns", x, y };
    };
    for (const [name, draw, truth, of] of [
      ["t", moved(1.5, 6, 11), 1.5, "interval"],
      ["paired-t", repeats(9), 0, "interval"],
      ["pearson", together, 0.6, "effectInterval"],
    ] as const) {
      const found = await answers(name, draw, 103, {}, 2500);
      const n = holding(found, truth, of);
      expect([n >= low, n <= high], `${name}: ${n}`).toEqual([true, true]);
    }
  });

  test("at least as often where values are whole ranks or counts: Hodges-Lehmann, conditional odds ratios", async () => {
    const shifted = await answers("mann-whitney", moved(0.8, 6, 7), 104, {}, 1000);
    expect(holding(shifted, 0.8, "interval")).toBeGreaterThanOrEqual(within999(shifted.length, 0.95)[0]);
    const odds = (await answers("fisher", counts(30, 2, 0.4), 105, {}, 1000)).filter(({ effectInterval }) => effectInterval);
    expect(odds.length).toBeGreaterThan(900);
    expect(holding(odds, 1, "effectInterval")).toBeGreaterThanOrEqual(within999(odds.length, 0.95)[0]);
  });
});

test("the p value of the whole and the place of the interval agree where the difference is the one that is tested", async () => {
  for (const { p, interval } of await answers("t", groups(6, 11), 106, {}, 500))
    expect(p < 0.05).toBe(interval !== undefined && (interval[0] > 0 || interval[1] < 0));
});
