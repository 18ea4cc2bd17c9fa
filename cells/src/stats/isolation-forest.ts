// How few random cuts set a row apart from the others: the isolation forest (Liu, Ting and Zhou, ICDM 2008), with 256 rows a tree
// drawn without replacement and trees as deep as their binary logarithm, as scikit-learn's IsolationForest. Scores lie between
// 0 and 1; rows like the others have about .5 or less.

import type { Rows } from "./local-outlier-factor.ts";
import { type Random, seededRandom, streamSeed } from "./seeded-random.ts";

const sampleSize = 256;

/** One score a row; NaN of fewer than two rows. Equal seeds give equal scores. `pause`: between trees, and may throw. */
export function isolationScores(given: Rows, trees: number, seed: number, pause: () => void = () => undefined): Float64Array {
  const { rows } = given;
  const size = Math.min(sampleSize, rows);
  if (size < 2) return new Float64Array(rows).fill(Number.NaN);
  const depths = new Float64Array(rows);
  const everyRow = Int32Array.from({ length: rows }, (_, row) => row);
  const deepest = Math.ceil(Math.log2(size));
  for (let tree = 0; tree < trees; tree++) {
    pause();
    const random = seededRandom(streamSeed(seed, tree));
    const sample = Int32Array.from(everyRow);
    for (let at = 0; at < size; at++) swap(sample, at, at + Math.floor(random() * (rows - at)));
    passDown({ ...given, random, deepest, depths }, sample.subarray(0, size), Int32Array.from(everyRow), 0);
  }
  const usual = meanDepth(size);
  return depths.map((depth) => 2 ** (-depth / trees / usual));
}

interface Growing extends Rows {
  readonly random: Random;
  readonly deepest: number;
  /** Added to, of every row. */
  readonly depths: Float64Array;
}

/** Grows the tree of the sample, and lets all rows fall through it at once. */
function passDown(growing: Growing, sample: Int32Array, falling: Int32Array, depth: number): void {
  if (falling.length === 0) return;
  const cut = depth < growing.deepest && sample.length > 1 ? randomCut(growing, sample) : null;
  if (!cut) {
    const end = depth + meanDepth(sample.length);
    for (const row of falling) growing.depths[row] = (growing.depths[row] as number) + end;
    return;
  }
  const { values, width } = growing;
  const isLeft = (row: number): boolean => (values[row * width + cut.column] as number) <= cut.at;
  const [left, right] = [partition(sample, isLeft), partition(falling, isLeft)];
  passDown(growing, sample.subarray(0, left), falling.subarray(0, right), depth + 1);
  passDown(growing, sample.subarray(left), falling.subarray(right), depth + 1);
}

/** In a column that varies among these, between its least and its largest; null where none varies. */
function randomCut({ values, width, random }: Growing, sample: Int32Array): { column: number; at: number } | null {
  const columns = Int32Array.from({ length: width }, (_, column) => column);
  for (let tried = 0; tried < width; tried++) {
    swap(columns, tried, tried + Math.floor(random() * (width - tried)));
    const column = columns[tried] as number;
    let [least, largest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const row of sample) {
      const value = values[row * width + column] as number;
      if (value < least) least = value;
      if (value > largest) largest = value;
    }
    if (least === largest) continue;
    const share = random();
    const at = least * (1 - share) + largest * share;
    // Rounded up to the largest it would set nothing apart.
    return { column, at: at < largest ? Math.max(at, least) : least };
  }
  return null;
}

/** Those for which it holds come first; how many these are. */
function partition(rows: Int32Array, isLeft: (row: number) => boolean): number {
  let left = 0;
  for (let at = 0; at < rows.length; at++) if (isLeft(rows[at] as number)) swap(rows, at, left++);
  return left;
}

function swap(items: Int32Array, a: number, b: number): void {
  const held = items[a] as number;
  items[a] = items[b] as number;
  items[b] = held;
}

/** Of an unsuccessful search in a binary tree of n (Liu et al., equation 1). */
const meanDepth = (n: number): number =>
  n <= 1 ? 0 : n === 2 ? 1 : 2 * (Math.log(n - 1) + 0.5772156649015329) - (2 * (n - 1)) / n;
