// Beside a million sets drawn in base R (oracle.R), whose own error is what is left, and beside what is known exactly.

import { describe, expect, test } from "vitest";
import { againstDrawn, drawnScores } from "./drawn-scores.ts";
import { scoreOf, scoreSides, weightsOf } from "./enrichment-score.ts";
import { atOnce } from "../../testing/at-once.ts";
import { oracle } from "../../testing/enrichment-of-r.ts";
import { type SplitAnswer, type SplitTask, splitLevels } from "./split-levels.ts";

const ended = (task: SplitTask): SplitAnswer => atOnce(splitLevels(task));

describe("beside a million sets drawn in R", () => {
  test.each(oracle.drawn)("weight $weight, score $score, p $p", ({ weight, hits, score, p, normalised, sameSign }) => {
    const weights = weightsOf(oracle.ranked, weight);
    expect(scoreOf(scoreSides(weights, hits))).toBeCloseTo(score, 12);
    const drawn = atOnce(drawnScores(weights, { size: hits.length, rounds: 60_000, seed: 3 }));
    const found = againstDrawn(score, drawn);
    expect(Math.abs(found.normalised / normalised - 1)).toBeLessThan(0.01);
    expect(Math.abs(found.p - p)).toBeLessThan(5 * Math.sqrt((p * (1 - p)) / found.sameSign) + 2 / found.sameSign);
    // By levels, from the end that the score is at; divided by the share of that sign, which R counted.
    const turned = score < 0 ? weights.slice().reverse() : weights;
    const split = ended({ weights: turned, size: hits.length, score: Math.abs(score), seed: 9, sample: 501, least: 1e-20 });
    const off = Math.abs(split.logP - Math.log(sameSign / 1e6) - Math.log(p));
    // Both have an error: theirs is that of a count.
    expect(off).toBeLessThan(4 * Math.sqrt(split.error ** 2 + (1 - p) / (p * sameSign)));
  });
});

test("levels reach a probability that no drawing does: the six first of sixty genes are one set of 50,063,860", () => {
  const weights = weightsOf(
    Array.from({ length: 60 }, (_, at) => 60 - at),
    0,
  );
  const logs = Array.from({ length: 12 }, (_, seed) =>
    ended({ weights, size: 6, score: 1 - 1e-9, seed, sample: 101, least: 1e-20 }),
  );
  const exact = -Math.log(50_063_860);
  const mean = logs.reduce((sum, { logP }) => sum + logP, 0) / logs.length;
  const error = logs.reduce((sum, each) => sum + each.error, 0) / logs.length;
  expect(Math.abs(mean - exact)).toBeLessThan((4 * error) / Math.sqrt(logs.length) + 0.3);
});

test("below the least the answer is a bound, and the same seed gives the same", () => {
  const weights = weightsOf(
    Array.from({ length: 400 }, (_, at) => 400 - at),
    1,
  );
  const task = { weights, size: 20, score: 1 - 1e-9, seed: 4, sample: 101, least: 1e-6 };
  const found = ended(task);
  expect(found.isBound).toBe(true);
  expect(found.logP).toBeLessThan(Math.log(1e-6));
  expect(ended(task)).toEqual(found);
  expect(ended({ ...task, score: 0.6, seed: 5 }).logP).not.toBe(ended({ ...task, score: 0.6 }).logP);
});
