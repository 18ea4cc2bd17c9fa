// How few random cuts set a row apart from the others: the isolation forest (Liu, Ting and Zhou, ICDM 2008), with 256 rows a tree
// drawn without replacement and trees as deep as their binary logarithm, as scikit-learn's IsolationForest. Scores lie between
// 0 and 1; rows like the others have about .5 or less.

import type { Rows } from "./local-outlier-factor.ts";
import { type Random, seededRandom, streamSeed } from "./seeded-random.ts";

const sampleSize = 256;

/** One score a row; NaN of fewer than two rows. Equal seeds give equal scores. `pause`: between pieces of work, and may throw. */
export function isolationScores(given: Rows, trees: number, seed: number, pause: () => void = () => undefined): Float64Array {
  const { rows } = given;
  const size = Math.min(sampleSize, rows);
  if (size < 2) return new Float64Array(rows).fill(Number.NaN);
  const deepest = Math.ceil(Math.log2(size));
  const everyRow = Int32Array.from({ length: rows }, (_, row) => row);
  const drawn = new Int32Array(size);
  const forest: Tree[] = [];
  for (let tree = 0; tree < trees; tree++) {
    pause();
    const random = seededRandom(streamSeed(seed, tree));
    for (let at = 0; at < size; at++) {
      drawn[at] = at + Math.floor(random() * (rows - at));
      swap(everyRow, at, drawn[at] as number);
    }
    forest.push(grownOf({ ...given, random, deepest }, everyRow.slice(0, size)));
    // As they stood before: a copy of all rows takes longer than a tree.
    for (let at = size - 1; at >= 0; at--) swap(everyRow, at, drawn[at] as number);
  }
  const depths = new Float64Array(rows);
  for (let from = 0; from < rows; from += block) {
    pause();
    for (const tree of forest) fallDown(given, tree, deepest, depths, from, Math.min(rows, from + block));
  }
  const usual = meanDepth(size);
  return depths.map((depth) => 2 ** (-depth / trees / usual));
}

/** So many rows fall through all trees before the next ones: they and a tree stay in the fastest memory. */
const block = 1024;

/** Nodes one after the other; the second child of each stands behind the first. A leaf is its own child, and nothing is beyond it. */
interface Tree {
  readonly column: Int32Array;
  readonly at: Float64Array;
  readonly child: Int32Array;
  /** Of leaves: what is added where a row ends there. */
  readonly end: Float64Array;
}

interface Growing extends Rows {
  readonly random: Random;
  readonly deepest: number;
}

function grownOf(growing: Growing, sample: Int32Array): Tree {
  const most = 2 * sample.length;
  const tree = {
    column: new Int32Array(most),
    at: new Float64Array(most).fill(Number.POSITIVE_INFINITY),
    child: Int32Array.from({ length: most }, (_, node) => node),
    end: new Float64Array(most),
  };
  let nodes = 1;
  const grow = (node: number, own: Int32Array, depth: number): void => {
    const cut = depth < growing.deepest && own.length > 1 ? randomCut(growing, own) : null;
    if (!cut) {
      tree.end[node] = depth + meanDepth(own.length);
      return;
    }
    const { values, width } = growing;
    const left = partition(own, (row) => (values[row * width + cut.column] as number) <= cut.at);
    const first = nodes;
    nodes += 2;
    [tree.column[node], tree.at[node], tree.child[node]] = [cut.column, cut.at, first];
    grow(first, own.subarray(0, left), depth + 1);
    grow(first + 1, own.subarray(left), depth + 1);
  };
  grow(0, sample, 0);
  return tree;
}

/**
 * Adds to each row's depth where it ends. Every row goes as many steps as the tree may be deep, and four go side by side: nothing
 * has to be guessed of which way they turn. As it reads: node = child[node] + (value > at ? 1 : 0), as long as there are children.
 */
function fallDown(
  { values, width }: Rows,
  { column, at, child, end }: Tree,
  deepest: number,
  depths: Float64Array,
  from: number,
  to: number,
): void {
  let row = from;
  for (; row + 4 <= to; row += 4) {
    const base = row * width;
    const [b, c, d] = [base + width, base + 2 * width, base + 3 * width];
    let [n0, n1, n2, n3] = [0, 0, 0, 0];
    for (let step = 0; step < deepest; step++) {
      n0 = (child[n0] as number) + Number((values[base + (column[n0] as number)] as number) > (at[n0] as number));
      n1 = (child[n1] as number) + Number((values[b + (column[n1] as number)] as number) > (at[n1] as number));
      n2 = (child[n2] as number) + Number((values[c + (column[n2] as number)] as number) > (at[n2] as number));
      n3 = (child[n3] as number) + Number((values[d + (column[n3] as number)] as number) > (at[n3] as number));
    }
    depths[row] = (depths[row] as number) + (end[n0] as number);
    depths[row + 1] = (depths[row + 1] as number) + (end[n1] as number);
    depths[row + 2] = (depths[row + 2] as number) + (end[n2] as number);
    depths[row + 3] = (depths[row + 3] as number) + (end[n3] as number);
  }
  for (; row < to; row++) {
    let node = 0;
    for (let step = 0; step < deepest; step++)
      node = (child[node] as number) + Number((values[row * width + (column[node] as number)] as number) > (at[node] as number));
    depths[row] = (depths[row] as number) + (end[node] as number);
  }
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
