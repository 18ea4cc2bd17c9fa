// Points between a row and one of its nearest rows of the same class (Chawla, Bowyer, Hall and Kegelmeyer, "SMOTE", Journal of
// Artificial Intelligence Research 16:321-357, 2002, section 4.2): base + gap * (neighbour - base), gap from 0 to 1.

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

/**
 * `values`: rows x width of one class, without missing ones. Each made point begins at a row by chance, whose `count` nearest rows
 * are by plain distance; of equally far ones the first.
 */
export function madePoints(
  values: Float64Array,
  width: number,
  { points, count }: { readonly points: number; readonly count: number },
  random: Random,
): readonly MadePoint[] {
  const rows = width === 0 ? 0 : values.length / width;
  const known = new Map<number, readonly number[]>();
  const nearestOf = (row: number): readonly number[] => {
    const found = known.get(row) ?? nearestRows(values, width, row, Math.min(count, rows - 1));
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

function nearestRows(values: Float64Array, width: number, row: number, count: number): readonly number[] {
  const rows = values.length / width;
  const far = new Float64Array(rows);
  for (let other = 0; other < rows; other++) {
    let sum = 0;
    for (let f = 0; f < width; f++) {
      const off = (values[row * width + f] as number) - (values[other * width + f] as number);
      sum += off * off;
    }
    far[other] = sum;
  }
  return Array.from({ length: rows }, (_, other) => other)
    .filter((other) => other !== row)
    .sort((a, b) => (far[a] as number) - (far[b] as number) || a - b)
    .slice(0, count);
}

/** Where such a point lies in one of the columns; between the two, whatever is rounded. */
export function between(from: number, to: number, gap: number): number {
  const at = from + gap * (to - from);
  return Number.isFinite(at) ? Math.min(Math.max(at, Math.min(from, to)), Math.max(from, to)) : from * (1 - gap) + to * gap;
}
