// Scores of gene sets of one size that were drawn by chance: what a preranked score is held against (Subramanian et al. 2005, with
// genes drawn in the place of samples permuted; Korotkevich et al., bioRxiv 060012).

import { seededRandom, type Random } from "../seeded-random.ts";
import { scoreOf, scoreRounding, scoreSides } from "./enrichment-score.ts";
import type { TiedRanks } from "./tied-ranks.ts";

/** `size` different ranks below `all`, ascending: Floyd's way, into `ranks`. `taken` holds a 0 a rank, before and after. */
export function drawRanks(ranks: Int32Array, taken: Uint8Array, random: Random): Int32Array {
  const [size, all] = [ranks.length, taken.length];
  for (let at = 0; at < size; at++) {
    const top = all - size + at;
    const drawn = Math.floor(random() * (top + 1));
    const rank = taken[drawn] === 0 ? drawn : top;
    taken[rank] = 1;
    ranks[at] = rank;
  }
  for (const rank of ranks) taken[rank] = 0;
  return ranks.sort();
}

/** So many genes drawn, some milliseconds, are one turn: between two of them whoever runs it can stop and let others go on. */
const drawnOfTurn = 30_000;

/** `rounds` scores of sets of `size` genes; yields the share that is done. */
export function* drawnScores(
  weights: Float64Array,
  {
    size,
    rounds,
    seed,
    ties = null,
  }: { readonly size: number; readonly rounds: number; readonly seed: number; readonly ties?: TiedRanks | null },
): Generator<number, Float64Array> {
  const random = seededRandom(seed);
  const ranks = new Int32Array(size);
  const taken = new Uint8Array(weights.length);
  const scores = new Float64Array(rounds);
  let drawn = 0;
  for (let round = 0; round < rounds; round++) {
    scores[round] = scoreOf(scoreSides(weights, drawRanks(ranks, taken, random), ties));
    drawn += size;
    if (drawn < drawnOfTurn) continue;
    drawn = 0;
    yield round / rounds;
  }
  return scores;
}

export interface AgainstDrawn {
  /** Of drawn sets with a score of the same sign, how many are as far out, and how many there are. */
  readonly asFar: number;
  readonly sameSign: number;
  /** (asFar + 1) / (sameSign + 1). */
  readonly p: number;
  /** The score over the mean score of those of its sign; NaN where there is none. */
  readonly normalised: number;
}

export function againstDrawn(score: number, drawn: Float64Array): AgainstDrawn {
  let [asFar, sameSign, sum] = [0, 0, 0];
  for (const each of drawn) {
    if (score >= 0 ? each < 0 : each > 0) continue;
    sameSign += 1;
    sum += Math.abs(each);
    if (score >= 0 ? each >= score - scoreRounding : each <= score + scoreRounding) asFar += 1;
  }
  return { asFar, sameSign, p: (asFar + 1) / (sameSign + 1), normalised: sum === 0 ? Number.NaN : (score * sameSign) / sum };
}
