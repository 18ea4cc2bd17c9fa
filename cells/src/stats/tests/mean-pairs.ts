// Means of groups two by two after an analysis of variance, with p values and intervals that hold for all pairs together: Tukey and
// Kramer's where groups have one spread (Kramer, Biometrics 12:307-310, 1956; R's TukeyHSD), Games and Howell's where they may differ
// (Journal of Educational Statistics 1:113-125, 1976).

import { rangeQuantiles } from "../distributions/range-quantiles.ts";
import { rangeUpper } from "../distributions/studentized-range.ts";
import { momentsOf } from "../moments.ts";
import { presentNumbers } from "./rank-sums.ts";
import { unitOf } from "./t-tests.ts";

export interface MeanPair {
  readonly first: number;
  readonly second: number;
  /** Mean of the first less that of the second. */
  readonly difference: number;
  readonly interval: readonly [low: number, high: number];
  /** The difference over its error, as a studentized range. */
  readonly q: number;
  readonly df: number;
  /** Of all pairs together. */
  readonly p: number;
}

/** Pairs of groups with two values and more, in their order; none where nothing varies. */
export function meanPairs(
  groups: readonly ArrayLike<number>[],
  { equal, confidence = 0.95 }: { readonly equal: boolean; readonly confidence?: number },
): readonly MeanPair[] {
  const unit = unitOf(...groups);
  const all = groups.map((group) => {
    const present = presentNumbers(group);
    return momentsOf(unit === 1 ? present : Float64Array.from(present, (value) => value / unit));
  });
  const usable = [...all.keys()].filter((at) => (all[at]?.n ?? 0) >= (equal ? 1 : 2));
  const k = usable.length;
  const of = (at: number) => all[at] as ReturnType<typeof momentsOf>;
  const rest = usable.reduce((sum, at) => sum + of(at).n - 1, 0);
  const pooled = usable.reduce((sum, at) => sum + of(at).squares, 0) / rest;
  const wideAt = rangeQuantiles(1 - confidence, k);
  return usable.flatMap((first, place) =>
    usable.slice(place + 1).flatMap((second) => {
      const [a, b] = [of(first), of(second)];
      const [ea, eb] = equal ? [pooled / a.n, pooled / b.n] : [a.squares / (a.n - 1) / a.n, b.squares / (b.n - 1) / b.n];
      const error = Math.sqrt((ea + eb) / 2);
      if (!(error > 10 * Number.EPSILON * Math.max(Math.abs(a.mean), Math.abs(b.mean)))) return [];
      const df = equal ? rest : (ea + eb) ** 2 / (ea ** 2 / (a.n - 1) + eb ** 2 / (b.n - 1));
      const difference = a.mean - b.mean;
      const q = Math.abs(difference) / error;
      const half = wideAt(df) * error;
      const interval = [(difference - half) * unit, (difference + half) * unit] as const;
      return [{ first, second, difference: difference * unit, interval, q, df, p: rangeUpper(q, k, df) }];
    }),
  );
}
