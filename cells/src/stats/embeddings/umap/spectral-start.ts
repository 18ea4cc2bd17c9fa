// Where a map begins: the smallest eigenvectors of the graph's normalised Laplacian (von Luxburg, Statistics and Computing 17:395, 2007),
// which put what hangs together side by side. Of a graph in several pieces they say nothing, and of a large one they are dear: null.

import { largestEigenpairs } from "../../largest-eigenpairs.ts";
import type { Graph } from "../directions-joined.ts";

const mostRows = 100_000;
/** The start need not be exact. */
const tolerance = 1e-4;
const mostSteps = 250;

/** rows x count, or null. */
export function spectralStart({ rows, starts, to, weight }: Graph, count: number): Float64Array | null {
  if (rows > mostRows || rows <= count + 1 || pieces({ rows, starts, to, weight }) > 1) return null;
  const root = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    let degree = 0;
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) degree += weight[at] as number;
    root[row] = Math.sqrt(degree);
  }
  let norm = 0;
  for (const value of root) norm += value * value;
  norm = Math.sqrt(norm);
  const trivial = root.map((value) => value / norm);
  // (I + D^-1/2 W D^-1/2) / 2 has the same vectors with eigenvalues from 0 to 1, of which the largest is known and taken away.
  const { values, vectors } = largestEigenpairs(
    rows,
    count,
    (vector) => {
      const image = new Float64Array(rows);
      let along = 0;
      for (let row = 0; row < rows; row++) {
        let sum = 0;
        for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) {
          const other = to[at] as number;
          sum += ((weight[at] as number) * (vector[other] as number)) / (root[other] as number);
        }
        image[row] = ((vector[row] as number) + sum / (root[row] as number)) / 2;
        along += (trivial[row] as number) * (vector[row] as number);
      }
      for (let row = 0; row < rows; row++) image[row] = (image[row] as number) - along * (trivial[row] as number);
      return image;
    },
    { tolerance, mostSteps },
  );
  if (values.length < count) return null;
  const out = new Float64Array(rows * count);
  for (let k = 0; k < count; k++) for (let row = 0; row < rows; row++) out[row * count + k] = vectors[k * rows + row] as number;
  return out;
}

/** How many pieces of the graph no edge joins. */
export function pieces({ rows, starts, to }: Graph): number {
  const seen = new Uint8Array(rows);
  const waiting = new Int32Array(rows);
  let found = 0;
  for (let first = 0; first < rows; first++) {
    if (seen[first]) continue;
    found++;
    let end = 0;
    waiting[end++] = first;
    seen[first] = 1;
    while (end > 0) {
      const row = waiting[--end] as number;
      for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) {
        const other = to[at] as number;
        if (seen[other]) continue;
        seen[other] = 1;
        waiting[end++] = other;
      }
    }
  }
  return found;
}
