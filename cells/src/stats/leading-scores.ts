// The first principal components of a few hundred rows of numbers (features) over many columns (samples), by subspace iteration with
// Rayleigh and Ritz's step at its end (Golub & Van Loan, Matrix Computations, 4th edition, section 8.2): for a look at what varies
// most, where all components would cost more than they tell.

import { momentsOf } from "./moments.ts";
import { seededRandom } from "./seeded-random.ts";

const turns = 60;
/** Iterated along, so that the first ones settle soon. */
const along = 6;

/** Of each component, the largest first, its unit vector over the columns. Rows are centred here and hold no NaN. */
export function leadingScores(given: readonly ArrayLike<number>[], count: number): readonly Float64Array[] {
  const width = given[0]?.length ?? 0;
  const rows = given.map((row) => {
    const { mean } = momentsOf(row);
    return Float64Array.from({ length: width }, (_, at) => (row[at] as number) - mean);
  });
  const random = seededRandom(1);
  const size = Math.min(count + along, width, rows.length);
  let basis = orthonormal(Array.from({ length: size }, () => Float64Array.from({ length: width }, () => random() - 0.5)));
  for (let turn = 0; turn < turns; turn++) basis = orthonormal(basis.map((vector) => through(rows, vector)));
  return ritz(rows, basis).slice(0, count);
}

function through(rows: readonly Float64Array[], vector: Float64Array): Float64Array {
  const out = new Float64Array(vector.length);
  for (const row of rows) {
    const part = dot(row, vector);
    for (let at = 0; at < out.length; at++) out[at] = (out[at] as number) + part * (row[at] as number);
  }
  return out;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum;
}

/** Those that are more than rounding beside the ones before them. */
function orthonormal(vectors: readonly Float64Array[]): Float64Array[] {
  const out: Float64Array[] = [];
  for (const vector of vectors) {
    const rest = vector.slice();
    const whole = Math.sqrt(dot(rest, rest));
    for (let time = 0; time < 2; time++)
      for (const unit of out) {
        const part = dot(unit, rest);
        for (let at = 0; at < rest.length; at++) rest[at] = (rest[at] as number) - part * (unit[at] as number);
      }
    const norm = Math.sqrt(dot(rest, rest));
    if (norm > 1e-12 * whole) out.push(rest.map((value) => value / norm));
  }
  return out;
}

/** Turned within their space so that each is a component, by Jacobi's rotations of the small matrix. */
function ritz(rows: readonly Float64Array[], basis: readonly Float64Array[]): Float64Array[] {
  const images = basis.map((vector) => through(rows, vector));
  const small = basis.map((vector) => images.map((image) => dot(vector, image)));
  const turned = basis.map((vector) => vector.slice());
  const cell = (i: number, j: number): number => small[i]?.[j] ?? 0;
  for (let sweep = 0; sweep < 30; sweep++)
    for (let p = 0; p < small.length; p++)
      for (let q = p + 1; q < small.length; q++) {
        if (cell(p, q) === 0) continue;
        const theta = (cell(q, q) - cell(p, p)) / (2 * cell(p, q));
        const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.hypot(theta, 1));
        const c = 1 / Math.hypot(t, 1);
        rotate(small, p, q, c, t * c);
        for (const row of small) rotateIn(row, p, q, c, t * c);
        rotate(turned, p, q, c, t * c);
      }
  return turned
    .map((vector, at) => ({ vector, size: cell(at, at) }))
    .sort((a, b) => b.size - a.size)
    .map(({ vector }) => vector);
}
function rotateIn(row: number[], p: number, q: number, c: number, s: number): void {
  const [x, y] = [row[p] as number, row[q] as number];
  row[p] = c * x - s * y;
  row[q] = s * x + c * y;
}
function rotate(rows: readonly (number[] | Float64Array)[], p: number, q: number, c: number, s: number): void {
  const [one, two] = [rows[p] as number[], rows[q] as number[]];
  for (let at = 0; at < one.length; at++) {
    const [x, y] = [one[at] as number, two[at] as number];
    one[at] = c * x - s * y;
    two[at] = s * x + c * y;
  }
}
