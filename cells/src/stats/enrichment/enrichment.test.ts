// Beside base R (oracle.R): over-representation, scores, and exact p values.

import { describe, expect, test } from "vitest";
import { exactP, setsOfSize } from "./all-scores.ts";
import { againstDrawn, drawnScores, drawRanks } from "./drawn-scores.ts";
import { leadingEdge, scoreOf, scoreSides, sumsAtHits, weightsOf } from "./enrichment-score.ts";
import { atOnce } from "../../testing/at-once.ts";
import { oracle } from "../../testing/enrichment-of-r.ts";
import { overRepresentation } from "./over-representation.ts";
import { seededRandom } from "../seeded-random.ts";

const ranks = (hits: readonly number[]): Int32Array => Int32Array.from(hits);

describe("over-representation is R's phyper and fisher.test", () => {
  test.each(oracle.over)("$both of $listed listed in a set of $size among $universe", (asked) => {
    const found = overRepresentation(asked);
    expect(Math.abs(found.p / asked.p - 1)).toBeLessThan(1e-10);
    expect(found.logP).toBeCloseTo(asked.logP, 9);
    expect(found.expected).toBeCloseTo((asked.size * asked.listed) / asked.universe, 12);
    if (asked.odds === null) return expect(found.oddsRatio).toBeNaN();
    const of = (value: number | string): number => (value === "Inf" ? Number.POSITIVE_INFINITY : Number(value));
    const near = (value: number, other: number): boolean =>
      value === other || Math.abs(value - other) < 1e-3 * Math.max(1, other);
    // R finds the odds ratio by uniroot, to 1.2e-4 of the parameter.
    const [low, high] = asked.interval ?? [];
    expect(near(found.oddsRatio, of(asked.odds))).toBe(true);
    expect(near(found.low, of(low ?? ""))).toBe(true);
    expect(near(found.high, of(high ?? ""))).toBe(true);
  });
});

test("the score of a set, by hand: steps of 3, 2 and 1 sixths up, a quarter down", () => {
  const weights = weightsOf([3, 2.5, 2, 1, -1, -2, -4], 1);
  const sides = scoreSides(weights, ranks([0, 2, 3]));
  // 3/6; -1/4; + 2/6; + 1/6 = .75, and then down to 0.
  expect(sides.up).toBeCloseTo(0.75, 12);
  expect(scoreOf(sides)).toBeCloseTo(0.75, 12);
  expect([...leadingEdge(sides, ranks([0, 2, 3]))]).toEqual([0, 2, 3]);
  const lower = scoreSides(weights, ranks([1, 5, 6]));
  // 2.5 / 8.5 - 1/4 after the second and - 4/4 + 2.5/8.5 before the sixth.
  expect(scoreOf(lower)).toBeCloseTo(2.5 / 8.5 - 1, 12);
  expect([...leadingEdge(lower, ranks([1, 5, 6]))]).toEqual([5, 6]);
  expect(scoreOf(scoreSides(weightsOf([3, 2.5, 2, 1, -1, -2, -4], 0), ranks([0, 2, 3])))).toBeCloseTo(0.75, 12);
});

test("the running sum at each gene of a set is R's", () => {
  for (const { weight, hits, sum } of oracle.exact) {
    const sums = sumsAtHits(weightsOf(oracle.small, weight), hits);
    for (const [at, hit] of hits.entries()) expect(sums[at]).toBeCloseTo(sum[hit] as number, 12);
  }
});

describe("of few genes all sets are gone through, as in R", () => {
  test.each(oracle.exact)("weight $weight, hits $hits", ({ weight, hits, score, p }) => {
    const weights = weightsOf(oracle.small, weight);
    expect(scoreOf(scoreSides(weights, hits))).toBeCloseTo(score, 12);
    expect(exactP(weights, hits.length, score)).toBeCloseTo(p, 12);
    // Drawn by chance: four standard errors of 20,000 of that sign.
    const drawn = againstDrawn(score, atOnce(drawnScores(weights, { size: hits.length, rounds: 40_000, seed: 5 })));
    expect(Math.abs(drawn.p - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / drawn.sameSign) + 2 / drawn.sameSign);
  });

  test("how many sets there are", () => {
    expect(setsOfSize(4, 14)).toBe(1001);
    expect(setsOfSize(400, 20_000)).toBe(Number.POSITIVE_INFINITY);
  });
});

test("drawn ranks are different, ascending, and each as likely", () => {
  const random = seededRandom(1);
  const counts = new Int32Array(10);
  for (let round = 0; round < 3000; round++) {
    const drawn = drawRanks(new Int32Array(4), new Uint8Array(10), random);
    expect([...drawn]).toEqual([...new Set(drawn)].sort((a, b) => a - b));
    for (const rank of drawn) counts[rank] = (counts[rank] as number) + 1;
  }
  // 1,200 of each; standard deviation 27.
  for (const count of counts) expect(Math.abs(count - 1200)).toBeLessThan(120);
});
