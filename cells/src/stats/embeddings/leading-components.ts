// The first principal components of large data by random directions: Halko, Martinsson and Tropp, SIAM Review 53:217, 2011, algorithms
// 4.4 and 5.1. The seed stands here: equal data give equal answers.

import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { seededRandom } from "../seeded-random.ts";

export interface LeadingComponents {
  /** rows x components, row-major. */
  readonly scores: Float64Array;
  /** components x features, row-major: unit vectors. */
  readonly loadings: Float64Array;
  /** Squares of the singular values. */
  readonly squares: Float64Array;
}

/** Directions beside those that are asked for, and how often all go through the data and back. */
const beside = 10;
const turns = 7;

/** `x`: rows x width, row-major, centred. */
export async function leadingComponents(
  x: Float64Array,
  rows: number,
  width: number,
  components: number,
  pause: (share: number) => Promise<void> | void,
): Promise<LeadingComponents> {
  const size = Math.min(components + beside, rows, width);
  const random = seededRandom(1);
  let across: Float64Array = Float64Array.from({ length: width * size }, () => random() + random() + random() - 1.5);
  let along: Float64Array = new Float64Array(0);
  for (let turn = 0; turn <= turns; turn++) {
    along = orthonormal(await through(x, rows, width, across, size, pause), rows, size);
    const back = await backThrough(x, rows, width, along, size, pause);
    if (turn === turns) return ofSmall(along, back, { rows, width, size, components });
    across = orthonormal(back, width, size);
  }
  throw new Error("unreachable: the last turn answers");
}

/** X A: rows x size. */
async function through(
  x: Float64Array,
  rows: number,
  width: number,
  a: Float64Array,
  size: number,
  pause: (share: number) => Promise<void> | void,
): Promise<Float64Array> {
  const out = new Float64Array(rows * size);
  for (let row = 0; row < rows; row++) {
    const to = row * size;
    for (let f = 0; f < width; f++) {
      const value = x[row * width + f] as number;
      if (value === 0) continue;
      const from = f * size;
      for (let k = 0; k < size; k++) out[to + k] = (out[to + k] as number) + value * (a[from + k] as number);
    }
    await pause(row / rows);
  }
  return out;
}

/** Xᵀ Q: width x size. */
async function backThrough(
  x: Float64Array,
  rows: number,
  width: number,
  q: Float64Array,
  size: number,
  pause: (share: number) => Promise<void> | void,
): Promise<Float64Array> {
  const out = new Float64Array(width * size);
  for (let row = 0; row < rows; row++) {
    const from = row * size;
    for (let f = 0; f < width; f++) {
      const value = x[row * width + f] as number;
      if (value === 0) continue;
      const to = f * size;
      for (let k = 0; k < size; k++) out[to + k] = (out[to + k] as number) + value * (q[from + k] as number);
    }
    await pause(row / rows);
  }
  return out;
}

/** Columns of length x size made unit vectors at right angles, twice over; one that is nothing beside the others becomes 0. */
function orthonormal(values: Float64Array, length: number, size: number): Float64Array {
  const columns = Array.from({ length: size }, (_, k) =>
    Float64Array.from({ length }, (_none, at) => values[at * size + k] as number),
  );
  columns.forEach((column, k) => {
    const before = Math.sqrt(dot(column, column));
    for (let pass = 0; pass < 2; pass++)
      for (const other of columns.slice(0, k)) {
        const part = dot(column, other);
        for (let at = 0; at < length; at++) column[at] = (column[at] as number) - part * (other[at] as number);
      }
    const norm = Math.sqrt(dot(column, column));
    for (let at = 0; at < length; at++) column[at] = norm > 1e-12 * before && norm > 0 ? (column[at] as number) / norm : 0;
  });
  const out = new Float64Array(values.length);
  columns.forEach((column, k) => column.forEach((value, at) => (out[at * size + k] = value)));
  return out;
}

interface Sizes {
  readonly rows: number;
  readonly width: number;
  readonly size: number;
  readonly components: number;
}

/** Of X = Q B, B small: its singular vectors turn Q into those of X. `back`: Bᵀ, width x size. */
function ofSmall(q: Float64Array, back: Float64Array, { rows, width, size, components }: Sizes): LeadingComponents {
  const gram = Matrix.zeros(size, size);
  for (let f = 0; f < width; f++)
    for (let i = 0; i < size; i++)
      for (let j = i; j < size; j++)
        gram.set(i, j, gram.get(i, j) + (back[f * size + i] as number) * (back[f * size + j] as number));
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) gram.set(i, j, gram.get(j, i));
  const found = new EigenvalueDecomposition(gram, { assumeSymmetric: true });
  const order = found.realEigenvalues
    .map((_, at) => at)
    .sort((a, b) => (found.realEigenvalues[b] as number) - (found.realEigenvalues[a] as number));
  const top = found.realEigenvalues[order[0] ?? 0] ?? 0;
  const kept = order.filter((at) => top > 0 && (found.realEigenvalues[at] as number) > top * 1e-12).slice(0, components);
  const count = kept.length;
  const [scores, loadings] = [new Float64Array(rows * count), new Float64Array(count * width)];
  const squares = Float64Array.from(kept, (at) => found.realEigenvalues[at] as number);
  kept.forEach((at, k) => {
    const length = Math.sqrt(squares[k] as number);
    const turn = Float64Array.from({ length: size }, (_, i) => found.eigenvectorMatrix.get(i, at));
    for (let f = 0; f < width; f++) {
      let sum = 0;
      for (let i = 0; i < size; i++) sum += (back[f * size + i] as number) * (turn[i] as number);
      loadings[k * width + f] = sum / length;
    }
    const sign = largest(loadings.subarray(k * width, (k + 1) * width)) < 0 ? -1 : 1;
    for (let f = 0; f < width; f++) loadings[k * width + f] = sign * (loadings[k * width + f] as number);
    for (let row = 0; row < rows; row++) {
      let sum = 0;
      for (let i = 0; i < size; i++) sum += (q[row * size + i] as number) * (turn[i] as number);
      scores[row * count + k] = sign * sum * length;
    }
  });
  return { scores, loadings, squares };
}

const largest = (values: Float64Array): number =>
  values.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] as number) * (other[at] as number);
  return sum;
}
