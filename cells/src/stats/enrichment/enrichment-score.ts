// The running sum of a gene set along a ranking, and its enrichment score: Subramanian et al., PNAS 102 (2005), 15545, appendix.
// Each gene of the set steps up by its share of the weights, each other gene steps down by one part of as many as there are.

import type { TiedRanks } from "./tied-ranks.ts";

/** |statistic|^weight by rank: weight 0 counts each gene of a set alike, 1 by its statistic. `ranked` from the highest to the lowest. */
export const weightsOf = (ranked: ArrayLike<number>, weight: number): Float64Array =>
  Float64Array.from(ranked, (value) => (weight === 0 ? 1 : Math.abs(value) ** weight));

export interface ScoreSides {
  /** The farthest that the sum goes up, and down (not above 0). */
  readonly up: number;
  readonly down: number;
  /** Place among the set's ranks where it is farthest up; where it is farthest down, just before it steps up. */
  readonly upAt: number;
  readonly downAt: number;
}

/** `hits`: ranks of the set's genes from 0, ascending, fewer than all of them. `ties`: genes of one value step at once. */
export function scoreSides(weights: Float64Array, hits: ArrayLike<number>, ties: TiedRanks | null = null): ScoreSides {
  const size = hits.length;
  let total = 0;
  for (let at = 0; at < size; at++) total += weights[hits[at] as number] as number;
  const down = 1 / (weights.length - size);
  let [sum, most, least, upAt, downAt] = [0, 0, 0, 0, 0];
  for (let at = 0; at < size; ) {
    const rank = hits[at] as number;
    const missed = ((ties ? (ties.starts[rank] as number) : rank) - at) * down;
    if (sum - missed < least) {
      least = sum - missed;
      downAt = at;
    }
    const end = ties ? (ties.ends[rank] as number) : rank + 1;
    // Where all of the set stand at a statistic of 0 they count alike, as in fgsea.
    const step = total === 0 ? 1 / size : (weights[rank] as number) / total;
    do {
      sum += step;
      at += 1;
    } while (at < size && (hits[at] as number) < end);
    const after = (end - at) * down;
    if (sum - after > most) {
      most = sum - after;
      upAt = at - 1;
    }
  }
  return { up: most, down: least, upAt, downAt };
}

/** Scores no farther from each other are the same but for rounding. */
export const scoreRounding = 1e-12;

/** The deviation that is farther from 0; 0 where both are as far. */
export const scoreOf = ({ up, down }: Pick<ScoreSides, "up" | "down">): number =>
  up + down > scoreRounding ? up : up + down < -scoreRounding ? down : 0;

/** Ranks of the genes that make the score: up to its top, or from its bottom on. */
export function leadingEdge(sides: ScoreSides, hits: Int32Array): Int32Array {
  const score = scoreOf(sides);
  return score > 0 ? hits.slice(0, sides.upAt + 1) : score < 0 ? hits.slice(sides.downAt) : hits.slice(0, 0);
}

/**
 * The sum just after each gene of the set, by rank. Between two of them it falls by one part of the genes that are not in the set. Of
 * genes of one value that is the sum at the end of their stretch.
 */
export function sumsAtHits(weights: Float64Array, hits: ArrayLike<number>, ties: TiedRanks | null = null): Float64Array {
  const size = hits.length;
  let total = 0;
  for (let at = 0; at < size; at++) total += weights[hits[at] as number] as number;
  const down = 1 / (weights.length - size);
  const sums = new Float64Array(size);
  let sum = 0;
  for (let at = 0; at < size; ) {
    const rank = hits[at] as number;
    const end = ties ? (ties.ends[rank] as number) : rank + 1;
    const first = at;
    do {
      sum += total === 0 ? 1 / size : (weights[rank] as number) / total;
      at += 1;
    } while (at < size && (hits[at] as number) < end);
    sums.fill(sum - (end - at) * down, first, at);
  }
  return sums;
}
