// Points between a row and one of its nearest rows of the same class (Chawla, Bowyer, Hall and Kegelmeyer, "SMOTE", Journal of
// Artificial Intelligence Research 16:321-357, 2002, section 4.2): base + gap * (neighbour - base), gap from 0 to 1. Where rows hold
// categories, too (SMOTE-NC, section 6.1), each that differs counts in the distance as the median of the deviations of the numbers.

import { momentsOf } from "./moments.ts";
import { medianOf } from "./quantiles.ts";
import type { Random } from "./seeded-random.ts";

export interface MadePoint {
  /** Rows of the class that it lies between. */
  readonly base: number;
  readonly neighbour: number;
  /** How far it is from the first to the second. */
  readonly gap: number;
  /** The nearest rows of the first, itself not among them. */
  readonly nearest: readonly number[];
}

/** Categories of the rows of one class, rows x width as codes, and what one that differs adds to the square of a distance. */
export interface Nominal {
  readonly codes: Int32Array;
  readonly width: number;
  readonly penalty: number;
}

/** Square of the median of the standard deviations (divisor n) of the numbers of a class, rows x width. */
export function penaltyOf(values: Float64Array, width: number): number {
  const rows = width === 0 ? 0 : values.length / width;
  const deviations = Float64Array.from({ length: width }, (_, f) => {
    const { squares } = momentsOf(Float64Array.from({ length: rows }, (__, row) => values[row * width + f] as number));
    return Math.sqrt(squares / Math.max(1, rows));
  });
  const median = width === 0 ? 0 : medianOf(deviations);
  return median * median;
}

/**
 * `values`: rows x width of one class, without missing ones. Each made point begins at a row by chance, whose `count` nearest rows
 * are by plain distance; of equally far ones the first.
 */
export function madePoints(
  values: Float64Array,
  width: number,
  { points, count, nominal }: { readonly points: number; readonly count: number; readonly nominal?: Nominal },
  random: Random,
): readonly MadePoint[] {
  const rows = width === 0 ? 0 : values.length / width;
  const known = new Map<number, readonly number[]>();
  const nearestOf = (row: number): readonly number[] => {
    const found = known.get(row) ?? nearestRows(values, width, nominal ?? null, row, Math.min(count, rows - 1));
    known.set(row, found);
    return found;
  };
  return Array.from({ length: points }, () => {
    const base = Math.floor(random() * rows);
    const nearest = nearestOf(base);
    const neighbour = nearest[Math.floor(random() * nearest.length)] as number;
    return { base, neighbour, gap: random(), nearest };
  });
}

export function nearestRows(
  values: Float64Array,
  width: number,
  nominal: Nominal | null,
  row: number,
  count: number,
): readonly number[] {
  const rows = values.length / width;
  const far = new Float64Array(rows);
  for (let other = 0; other < rows; other++) {
    let sum = 0;
    for (let f = 0; f < width; f++) {
      const off = (values[row * width + f] as number) - (values[other * width + f] as number);
      sum += off * off;
    }
    far[other] = nominal ? sum + nominal.penalty * differing(nominal, row, other) : sum;
  }
  return Array.from({ length: rows }, (_, other) => other)
    .filter((other) => other !== row)
    .sort((a, b) => (far[a] as number) - (far[b] as number) || a - b)
    .slice(0, count);
}

function differing({ codes, width }: Nominal, row: number, other: number): number {
  let count = 0;
  for (let f = 0; f < width; f++) if (codes[row * width + f] !== codes[other * width + f]) count++;
  return count;
}

/** Where such a point lies in one of the columns; between the two, whatever is rounded. */
export function between(from: number, to: number, gap: number): number {
  const at = from + gap * (to - from);
  return Number.isFinite(at) ? Math.min(Math.max(at, Math.min(from, to)), Math.max(from, to)) : from * (1 - gap) + to * gap;
}
