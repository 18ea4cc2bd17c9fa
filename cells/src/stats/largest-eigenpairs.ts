// The largest eigenvalues of a large symmetric matrix that is known by what it makes of a vector: Lanczos with full
// orthogonalisation (Golub and Van Loan, Matrix Computations, 4th edition, section 10.3). The first vector comes of a seed, so
// that equal data give equal answers.

import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { atOnce } from "./at-once.ts";
import { seededRandom } from "./seeded-random.ts";

export interface Eigenpairs {
  /** The largest first. */
  readonly values: Float64Array;
  /** count x size, row-major: unit vectors. */
  readonly vectors: Float64Array;
}

export interface EigenOptions {
  /** What may be left of a pair beside its eigenvalue, in units of the largest. Default 1e-8. */
  readonly tolerance?: number;
  /** So many vectors are kept at most, and the pairs are as good as they are then. Default: as many as it takes. */
  readonly mostSteps?: number;
}

type Apply = (vector: Float64Array) => Float64Array;

/** `apply` makes A v of v, which it leaves as it is, into an array of its own; fewer than `count` where the rank is less. */
export const largestEigenpairs = (size: number, count: number, apply: Apply, options: EigenOptions = {}): Eigenpairs =>
  atOnce(eigenpairsInPieces(size, count, apply, options));

/** The same, standing still after each A v. */
export function* eigenpairsInPieces(
  size: number,
  count: number,
  apply: Apply,
  { tolerance = 1e-8, mostSteps = size }: EigenOptions = {},
): Generator<void, Eigenpairs> {
  const random = seededRandom(1);
  const basis: Float64Array[] = [];
  const alphas: number[] = [];
  const betas: number[] = [];
  let next = unit(Float64Array.from({ length: size }, () => random() - 0.5));
  let look = Math.max(2 * count + 10, 30);
  for (;;) {
    basis.push(next);
    const image = Float64Array.from(apply(next));
    yield;
    const alpha = dot(image, next);
    alphas.push(alpha);
    // Twice is enough (Parlett and Kahan).
    for (let pass = 0; pass < 2; pass++) for (const known of basis) subtract(image, known, dot(image, known));
    const beta = Math.sqrt(dot(image, image));
    const isSpent = basis.length >= Math.min(size, mostSteps) || beta <= 1e-12 * Math.abs(alphas[0] ?? 0);
    if (isSpent || basis.length >= look) {
      const found = ofTridiagonal(alphas, betas);
      const top = found.values[0] ?? 0;
      const rest = found.last.slice(0, count).map((end) => Math.abs(end) * beta);
      if (isSpent || (rest.length === count && rest.every((left) => left <= tolerance * top)))
        return pairsOf(found, basis, count);
      look = Math.ceil(look * 1.25);
    }
    betas.push(beta);
    next = image.map((value) => value / beta);
  }
}

interface Ritz {
  readonly values: readonly number[];
  readonly vectors: readonly Float64Array[];
  /** Last entries of the vectors: by these a pair's error is known. */
  readonly last: readonly number[];
}

function ofTridiagonal(alphas: readonly number[], betas: readonly number[]): Ritz {
  const size = alphas.length;
  const matrix = Matrix.zeros(size, size);
  for (let at = 0; at < size; at++) {
    matrix.set(at, at, alphas[at] as number);
    if (at + 1 < size) {
      matrix.set(at, at + 1, betas[at] as number);
      matrix.set(at + 1, at, betas[at] as number);
    }
  }
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(matrix, { assumeSymmetric: true });
  const order = realEigenvalues
    .map((_, at) => at)
    .sort((a, b) => (realEigenvalues[b] as number) - (realEigenvalues[a] as number));
  const vectors = order.map((at) => Float64Array.from({ length: size }, (_, row) => eigenvectorMatrix.get(row, at)));
  return {
    values: order.map((at) => realEigenvalues[at] as number),
    vectors,
    last: vectors.map((vector) => vector[size - 1] as number),
  };
}

function pairsOf({ values, vectors }: Ritz, basis: readonly Float64Array[], wanted: number): Eigenpairs {
  const top = values[0] ?? 0;
  const count = Math.min(wanted, values.filter((value) => top > 0 && value > top * 1e-12).length);
  const size = basis[0]?.length ?? 0;
  const out = new Float64Array(count * size);
  for (let nth = 0; nth < count; nth++) {
    const vector = new Float64Array(size);
    basis.forEach((known, at) => subtract(vector, known, -(vectors[nth]?.[at] as number)));
    out.set(unit(vector), nth * size);
  }
  return { values: Float64Array.from(values.slice(0, count)), vectors: out };
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] as number) * (other[at] as number);
  return sum;
}

function subtract(from: Float64Array, vector: Float64Array, times: number): void {
  for (let at = 0; at < from.length; at++) from[at] = (from[at] as number) - times * (vector[at] as number);
}

function unit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(dot(vector, vector));
  return vector.map((value) => value / length);
}
