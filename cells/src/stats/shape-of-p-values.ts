// What the heights of a histogram of p values say, after Breheny, Stromberg and Lambert (p-Value Histograms: Inference and
// Diagnostics, High-Throughput 7:23, 2018): where nothing differs all heights are alike; differences raise the left end alone, and
// whatever raises another part says that the p values are none.

/**
 * uniform: all alike. differences: a peak at the left above a flat rest. u-shaped: peaks at both ends. conservative: a peak at the
 * right, or too few small ones. hill: the middle stands above both ends.
 */
export type ShapeOfPValues = "uniform" | "differences" | "u-shaped" | "conservative" | "hill";

/** Of fewer nothing can be said. */
const fewest = 200;
/** A height that chance explains: by so many standard deviations, and by that share. */
const [deviations, share] = [4, 0.15];

/** `counts`: of equal parts of [0, 1], at least 20 of them. Null: too few p values to tell. */
export function shapeOfPValues(counts: readonly number[]): ShapeOfPValues | null {
  const parts = counts.length;
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (parts < 20 || n < fewest) return null;
  const twentieth = Math.round(parts / 20);
  const meanOf = (some: readonly number[]): number => some.reduce((sum, count) => sum + count, 0) / some.length;
  const left = counts.slice(0, twentieth);
  const right = counts.slice(parts - twentieth);
  // What neither end is part of, beyond the slope of a peak.
  const rest = [...counts.slice(Math.round(parts * 0.3), Math.round(parts * 0.9))].sort((a, b) => a - b);
  const level = ((rest[Math.floor((rest.length - 1) / 2)] ?? 0) + (rest[Math.ceil((rest.length - 1) / 2)] ?? 0)) / 2;
  const middle = meanOf(counts.slice(Math.round(parts * 0.4), Math.round(parts * 0.6)));
  const room = (width: number): number => Math.max(deviations * Math.sqrt(Math.max(level, 1) / width), share * level);
  const isAbove = (height: number, width: number): boolean => height - level > room(width);
  const isBelow = (height: number, width: number): boolean => level - height > room(width);
  const [isLeft, isRight] = [isAbove(meanOf(left), left.length), isAbove(meanOf(right), right.length)];
  if (isLeft) return isRight ? "u-shaped" : "differences";
  if (isRight) return "conservative";
  if (!isBelow(meanOf(left), left.length)) return "uniform";
  return isBelow(meanOf(right), right.length) && middle >= level ? "hill" : "conservative";
}
