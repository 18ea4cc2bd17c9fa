// Follow-up as the methods of this folder take it: a time and whether the event happened then. Times that differ by rounding alone are
// one time, as survival ≥ 3 takes them (its vignette "Roundoff error and tied times").

export interface FollowUp {
  /** Finite, not below 0. */
  readonly time: Float64Array;
  /** 1: the event; 0: censored. */
  readonly event: Uint8Array;
}

const rounding = Math.sqrt(Number.EPSILON);

/** Each time as the first of its run of times that are no further apart than rounding. */
export function withTiesJoined(time: Float64Array): Float64Array {
  const distinct = [...new Set(time)].sort((a, b) => a - b);
  if (distinct.length < 2) return time;
  const size = distinct.reduce((sum, value) => sum + Math.abs(value), 0) / distinct.length;
  const firstOf = new Map<number, number>();
  let first = distinct[0] as number;
  distinct.forEach((value, at) => {
    const gap = at === 0 ? Number.POSITIVE_INFINITY : value - (distinct[at - 1] as number);
    if (gap > rounding && gap / size > rounding) first = value;
    firstOf.set(value, first);
  });
  return time.map((value) => firstOf.get(value) ?? value);
}

/** Rows from the shortest follow-up to the longest; of one time in their order. */
export function byTime(time: ArrayLike<number>, rows: Int32Array): Int32Array {
  return Int32Array.from(rows).sort((a, b) => (time[a] as number) - (time[b] as number) || a - b);
}

export const rowsOf = (codes: ArrayLike<number>, code: number): Int32Array =>
  Int32Array.from(Array.from({ length: codes.length }, (_, row) => row).filter((row) => codes[row] === code));

export const everyRow = (count: number): Int32Array => Int32Array.from({ length: count }, (_, row) => row);
