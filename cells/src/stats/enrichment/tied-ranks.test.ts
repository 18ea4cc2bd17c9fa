// Stretches of genes of the same value, from both ends, and turns given back while many sets are drawn.

import { expect, test } from "vitest";
import { atOnce } from "../../testing/at-once.ts";
import { exactP } from "./all-scores.ts";
import { againstDrawn, drawnScores } from "./drawn-scores.ts";
import { leadingEdge, scoreOf, scoreSides, weightsOf } from "./enrichment-score.ts";
import { splitLevels } from "./split-levels.ts";
import { spreadTies, tiedRanks, tiesTurned } from "./tied-ranks.ts";

const ranked = Float64Array.of(3, 1, 1, 1, 1, -1, -2, -2);

test("stretches begin and end where values change", () => {
  const ties = tiedRanks(ranked);
  if (!ties) throw new Error("there are ties");
  expect([...ties.starts]).toEqual([0, 1, 1, 1, 1, 5, 6, 6]);
  expect([...ties.ends]).toEqual([1, 5, 5, 5, 5, 6, 8, 8]);
  expect(tiedRanks(Float64Array.of(2, 1, 0))).toBeNull();
  expect(tiesTurned(ties)).toEqual(tiedRanks(ranked.toReversed().map((value) => -value)));
  expect([...spreadTies(Int32Array.of(0, 1, 2, 6), ties)]).toEqual([0, 2, 4, 7]);
});

test("a score goes straight through a stretch, by hand: 3/5 and 2/5 up, half of the way down on each side", () => {
  const ties = tiedRanks(ranked);
  const weights = weightsOf(ranked, 1);
  for (const hits of [Int32Array.of(0, 1, 2), Int32Array.of(0, 3, 4), Int32Array.of(0, 1, 4)]) {
    // 3/5 after the first; 1 after the fifth, less 2 of 5 others: both are .6.
    expect(scoreOf(scoreSides(weights, hits, ties))).toBeCloseTo(0.6, 12);
    expect(leadingEdge(scoreSides(weights, hits, ties), hits)[0]).toBe(0);
  }
  // The other way: the score of the turned ranking has the other sign.
  const hits = Int32Array.of(1, 6);
  const turned = scoreSides(weights.toReversed(), Int32Array.of(1, 6), tiesTurned(ties as NonNullable<typeof ties>));
  expect(scoreOf(turned)).toBeCloseTo(-scoreOf(scoreSides(weights, hits, ties)), 12);
});

test("with half of 400 genes tied, levels and drawn sets give one p value; of few genes the exact one is that of the drawn", () => {
  const many = Float64Array.from({ length: 400 }, (_, at) => (at < 20 ? 3 - at / 20 : at < 220 ? 1 : -at / 200));
  const [ties, weights] = [tiedRanks(many), weightsOf(many, 1)];
  const hits = Int32Array.from({ length: 10 }, (_, at) => 20 + at);
  const score = scoreOf(scoreSides(weights, hits, ties));
  const drawn = againstDrawn(score, atOnce(drawnScores(weights, { size: 10, rounds: 40_000, seed: 3, ties })));
  const split = atOnce(splitLevels({ weights, ties, size: 10, score, seed: 2, sample: 501, least: 1e-10 }));
  const error = Math.sqrt(split.error ** 2 + 1 / drawn.asFar);
  expect(Math.abs(split.logP - Math.log((drawn.p * drawn.sameSign) / 40_000))).toBeLessThan(4 * error);
  const few = weightsOf(ranked, 1);
  const own = scoreOf(scoreSides(few, Int32Array.of(0, 1, 2), tiedRanks(ranked)));
  const exact = exactP(few, 3, own, tiedRanks(ranked));
  const chance = againstDrawn(own, atOnce(drawnScores(few, { size: 3, rounds: 20_000, seed: 1, ties: tiedRanks(ranked) })));
  expect(Math.abs(chance.p - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / chance.sameSign) + 2 / chance.sameSign);
});

test("drawing gives turns back, each of at most 30,000 genes and a set, and says how far it is", () => {
  const drawing = drawnScores(weightsOf(ranked, 1), { size: 3, rounds: 100_000, seed: 1 });
  const shares: number[] = [];
  for (let turn = drawing.next(); !turn.done; turn = drawing.next()) shares.push(turn.value);
  expect(shares).toHaveLength(10);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
});
