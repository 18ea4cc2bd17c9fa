// Which features have counts that are worth a test: edgeR's filterByExpr (3.40.2; Chen, Lun & Smyth, F1000Research 5:1438, 2016).
// A feature is kept that reaches so many counts per million in as many samples as the smallest group has, and so many counts
// in all.

import { leverages } from "./design-rank.ts";
import { quantiles } from "./quantiles.ts";

export interface FilterByExpr {
  /** Counts that a sample of usual depth must reach. */
  readonly minCount: number;
  /** Sum over all samples. */
  readonly minTotalCount: number;
  /** Of groups that are larger, of the part above this the share `minProp` is enough. */
  readonly largeN: number;
  readonly minProp: number;
}

/** Samples of the smallest group that has any. */
export function smallestGroup(codes: ArrayLike<number>): number {
  const counts = new Map<number, number>();
  for (let at = 0; at < codes.length; at++) counts.set(codes[at] as number, (counts.get(codes[at] as number) ?? 0) + 1);
  return Math.min(...counts.values());
}

/**
 * The same of a design: 1 over the largest leverage, the intercept taken along as R's hat() does. What rounding leaves beside
 * a whole number is taken off: three samples are three.
 */
export function smallestOfDesign(columns: readonly Float64Array[], rowCount: number): number {
  const size = 1 / Math.max(...leverages([new Float64Array(rowCount).fill(1), ...columns], rowCount));
  const whole = Math.round(size);
  return Math.abs(size - whole) < 1e-9 ? whole : size;
}

export interface Cutoffs {
  /** Counts per million that count. */
  readonly cpm: number;
  /** So many samples must reach it. */
  readonly samples: number;
  /** A count is multiplied by this to be one per million. */
  readonly perMillion: Float64Array;
}

/** `sizes`: library sizes, all above 0. */
export function cutoffsOf(sizes: Float64Array, smallest: number, options: FilterByExpr): Cutoffs {
  const { minCount, largeN, minProp } = options;
  const [median] = quantiles(Float64Array.from(sizes), [0.5]) as [number];
  return {
    // In edgeR's order of operations, so that a count at the very bound falls on the same side.
    cpm: (minCount / median) * 1e6,
    perMillion: sizes.map((size) => 1e6 / size),
    samples: smallest > largeN ? largeN + (smallest - largeN) * minProp : smallest,
  };
}

const tolerance = 1e-14;

export const isExpressed = (reached: number, total: number, { samples }: Cutoffs, { minTotalCount }: FilterByExpr): boolean =>
  reached >= samples - tolerance && total >= minTotalCount - tolerance;
