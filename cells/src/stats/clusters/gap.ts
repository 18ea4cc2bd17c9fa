// How much tighter clusters are than clusters of rows without any would be: the gap statistic (Tibshirani, Walther and Hastie,
// Journal of the Royal Statistical Society B 63:411-423, 2001), against rows drawn evenly from the box of the data along its axes.

import type { Rows } from "../neighbours/squared-length.ts";
import { seededRandom, streamSeed } from "../seeded-random.ts";
import { betweenAndWithin } from "./between-and-within.ts";

export interface Gap {
  readonly k: number;
  /** Mean log of the sum of squares of drawn rows, less that of the data. */
  readonly gap: number;
  /** Of the simulation: sqrt(1 + 1/draws) standard deviations (divisor draws). */
  readonly error: number;
}

export interface GapAsked {
  readonly ks: readonly number[];
  readonly draws: number;
  readonly seed: number;
  /** Groups of rows, into k of them: of the data and of drawn rows alike. */
  cluster(rows: Rows, k: number): Promise<Int32Array>;
}

export async function gapStatistic(
  given: Rows,
  { ks, draws, seed, cluster }: GapAsked,
  pause: (share: number) => Promise<void> | void = () => undefined,
): Promise<readonly Gap[]> {
  const logOf = async (rows: Rows, k: number): Promise<number> =>
    Math.log(betweenAndWithin(rows, k === 1 ? new Int32Array(rows.rows) : await cluster(rows, k)).within);
  const own: number[] = [];
  for (const k of ks) own.push(await logOf(given, k));
  const drawn: number[][] = ks.map(() => []);
  for (let draw = 0; draw < draws; draw++) {
    const made = evenRows(given, streamSeed(seed, draw));
    for (const [at, k] of ks.entries()) {
      drawn[at]?.push(await logOf(made, k));
      await pause((draw + at / ks.length) / draws);
    }
  }
  return ks.map((k, at) => {
    const logs = drawn[at] as number[];
    const mean = logs.reduce((sum, log) => sum + log, 0) / draws;
    const variance = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / draws;
    return { k, gap: mean - (own[at] as number), error: Math.sqrt((1 + 1 / draws) * variance) };
  });
}

/** The least k whose gap is no smaller than the next one less its error; null: none is. */
export function gapSays(gaps: readonly Gap[]): number | null {
  const found = gaps.find(({ gap }, at) => {
    const next = gaps[at + 1];
    return next !== undefined && gap >= next.gap - next.error;
  });
  return found?.k ?? null;
}

/** The least k whose gap is no smaller than the largest of all less its error (cluster's globalSEmax): what the rule above passes over where gaps fall before they rise. */
export function gapAtLargest(gaps: readonly Gap[]): number | null {
  const [first, ...others] = gaps;
  if (!first) return null;
  const largest = others.reduce((most, each) => (each.gap > most.gap ? each : most), first);
  return gaps.find(({ gap }) => gap >= largest.gap - largest.error)?.k ?? null;
}

function evenRows({ values, rows, width }: Rows, seed: number): Rows {
  const random = seededRandom(seed);
  const low = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
  const high = new Float64Array(width).fill(Number.NEGATIVE_INFINITY);
  for (let at = 0; at < rows * width; at++) {
    const f = at % width;
    const value = values[at] as number;
    if (value < (low[f] as number)) low[f] = value;
    if (value > (high[f] as number)) high[f] = value;
  }
  const made = new Float64Array(rows * width);
  for (let at = 0; at < made.length; at++) {
    const f = at % width;
    made[at] = (low[f] as number) + random() * ((high[f] as number) - (low[f] as number));
  }
  return { values: made, rows, width };
}
