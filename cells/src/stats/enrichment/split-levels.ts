// A small p value of a score by adaptive multilevel splitting: many sets are drawn by chance, the half with the lower scores is replaced
// by copies of the others, which are then shaken by swapping genes without falling back, and so on up to the score that was seen. Each
// level halves the probability (Korotkevich et al., bioRxiv 060012, section "Adaptive multilevel split"; Botev and Kroese 2008; the
// expectations are those of order statistics of a uniform sample).

import { digamma, trigamma } from "../log-gamma.ts";
import { seededRandom, type Random } from "../seeded-random.ts";
import { drawRanks } from "./drawn-scores.ts";
import { scoreRounding, scoreSides } from "./enrichment-score.ts";
import type { TiedRanks } from "./tied-ranks.ts";

export interface SplitTask {
  /** By rank, from the end at which the score is looked for: of a negative score the ranking is turned round. */
  readonly weights: Float64Array;
  /** From the same end. */
  readonly ties?: TiedRanks | null;
  readonly size: number;
  /** Above 0. */
  readonly score: number;
  readonly seed: number;
  /** Sets at a time: odd. */
  readonly sample: number;
  /** It is gone no further down than this. */
  readonly least: number;
}

export interface SplitAnswer {
  /** log of P(score of a set drawn by chance >= score); where it ended early a bound. */
  readonly logP: number;
  /** Standard deviation of that, natural logarithm. */
  readonly error: number;
  /** The probability is below `least`, or no set was found beyond the last level: logP is the last that is known. */
  readonly isBound: boolean;
}

interface Particle {
  readonly hits: Int32Array;
  up: number;
  down: number;
}

/** So many steps along sets, some milliseconds, are one turn: between two of them whoever runs it can stop and let others go on. */
const stepsOfTurn = 4e6;

export function* splitLevels({
  weights,
  ties = null,
  size,
  score,
  seed,
  sample,
  least,
}: SplitTask): Generator<void, SplitAnswer> {
  const random = seededRandom(seed);
  const taken = new Uint8Array(weights.length);
  const particles = Array.from({ length: sample }, (): Particle => {
    const hits = drawRanks(new Int32Array(size), taken, random).slice();
    const { up, down } = scoreSides(weights, hits, ties);
    return { hits, up, down };
  });
  const half = (sample + 1) / 2;
  const step = digamma(half) - digamma(sample + 1);
  const spread = trigamma(half) - trigamma(sample + 1);
  let [logP, variance, steps] = [0, 0, 0];
  for (;;) {
    particles.sort((a, b) => a.up - b.up);
    // Scores of tied genes are the same but for rounding: what is above is above by more.
    const level = (particles[half - 1] as Particle).up + scoreRounding;
    const above = particles.findIndex(({ up }) => up > level);
    // The score lies within the half that is left: it is counted out.
    if (level >= score || above < 0) return ending({ particles, score, logP, variance, isStuck: level < score });
    if (logP < Math.log(least)) return { logP, error: Math.sqrt(variance), isBound: true };
    const kept = sample - above;
    logP += above === half ? step : Math.log(kept / sample);
    variance += spread;
    for (let at = 0; at < above; at++) {
      const from = particles[above + Math.floor(random() * kept)] as Particle;
      particles[at] = { hits: from.hits.slice(), up: from.up, down: from.down };
    }
    for (const particle of particles) {
      shake(particle, { weights, ties, level, random });
      steps += swapsOf(size) * size;
      if (steps < stepsOfTurn) continue;
      steps = 0;
      yield;
    }
  }
}

function ending(of: {
  readonly particles: readonly Particle[];
  readonly score: number;
  readonly logP: number;
  readonly variance: number;
  readonly isStuck: boolean;
}): SplitAnswer {
  const { particles, score, logP, variance, isStuck } = of;
  const n = particles.length;
  if (isStuck) return { logP, error: Math.sqrt(variance), isBound: true };
  // What goes as far up counts where it does not go farther down.
  const beyond = particles.filter(({ up }) => up >= score - scoreRounding);
  const found = beyond.filter(({ up, down }) => up > -down).length;
  if (found === 0) return { logP, error: Math.sqrt(variance), isBound: true };
  return {
    logP: logP + digamma(found + 1) - digamma(n + 1),
    error: Math.sqrt(variance + trigamma(found + 1) - trigamma(n + 1)),
    isBound: false,
  };
}

interface Shaking {
  readonly weights: Float64Array;
  readonly ties: TiedRanks | null;
  readonly level: number;
  readonly random: Random;
}

/**
 * As many as move a set far from where it was copied. Their number is fixed: one that waited for so many to be taken would favour sets
 * that let many.
 */
const swapsOf = (size: number): number => Math.max(Math.min(5 * size, 300), size, 40);

/** Whether the sum goes above the level anywhere; most that do so do it early. */
function reaches({ weights, ties, level }: Shaking, hits: Int32Array, total: number): boolean {
  const down = 1 / (weights.length - hits.length);
  const [step, counts] = total > 0 ? [1 / total, true] : [1 / hits.length, false];
  let sum = 0;
  for (let at = 0; at < hits.length; ) {
    const rank = hits[at] as number;
    const end = ties ? (ties.ends[rank] as number) : rank + 1;
    do {
      sum += counts ? (weights[rank] as number) * step : step;
      at += 1;
    } while (at < hits.length && (hits[at] as number) < end);
    if (sum - (end - at) * down > level) return true;
  }
  return false;
}

/** Swaps genes for others, as long as the sum still goes above the level. */
function shake(particle: Particle, shaking: Shaking): void {
  const { hits } = particle;
  const { weights, ties, level, random } = shaking;
  const [size, all] = [hits.length, weights.length];
  let total = 0;
  for (const hit of hits) total += weights[hit] as number;
  for (let tries = swapsOf(size); tries > 0; tries--) {
    const out = Math.floor(random() * size);
    const rank = Math.floor(random() * all);
    const to = placeOf(hits, rank);
    if (to < size && hits[to] === rank) continue;
    const before = hits[out] as number;
    const at = moved(hits, out, to, rank);
    const next = total - (weights[before] as number) + (weights[rank] as number);
    if (reaches(shaking, hits, next)) total = next;
    // Back to where it was.
    else moved(hits, at, at < out ? out + 1 : out, before);
  }
  const { up, down } = scoreSides(weights, hits, ties);
  // What was summed in another order may lie a rounding below.
  particle.up = Math.max(up, level);
  particle.down = down;
}

/** The first place whose rank is not below. */
function placeOf(hits: Int32Array, rank: number): number {
  let [low, high] = [0, hits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle] as number) < rank) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Puts a rank before place `to` in the stead of the one at `out`, and says where it stands. */
function moved(hits: Int32Array, out: number, to: number, rank: number): number {
  if (to > out) {
    hits.copyWithin(out, out + 1, to);
    hits[to - 1] = rank;
    return to - 1;
  }
  hits.copyWithin(to + 1, to, out);
  hits[to] = rank;
  return to;
}
