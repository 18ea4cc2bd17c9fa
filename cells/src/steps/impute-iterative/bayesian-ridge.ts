// Ridge regression that takes its penalty from the data (MacKay, Neural Computation 4:415-447, 1992; Tipping, JMLR 1:211-244,
// 2001): scikit-learn's BayesianRidge with its defaults (300 rounds, tolerance 1e-3, priors 1e-6), by the eigenvectors of the Gram
// matrix.

import { EigenvalueDecomposition, Matrix } from "ml-matrix";

export interface Line {
  readonly intercept: number;
  readonly coefficients: Float64Array;
}

const prior = 1e-6;

/** `x`: rows x width, row-major. At least one row. */
export function bayesianRidge(x: Float64Array, y: Float64Array, width: number): Line {
  const rows = y.length;
  const means = new Float64Array(width);
  for (let row = 0; row < rows; row++)
    for (let f = 0; f < width; f++) means[f] = (means[f] as number) + (x[row * width + f] as number);
  for (let f = 0; f < width; f++) means[f] = (means[f] as number) / rows;
  const middle = y.reduce((sum, value) => sum + value, 0) / rows;
  const centred = x.map((value, at) => value - (means[at % width] as number));
  const off = y.map((value) => value - middle);
  const { values, vectors, projected } = eigenOf(centred, off, width);

  const coefficientsFor = (ratio: number): Float64Array => {
    const found = new Float64Array(width);
    for (let k = 0; k < width; k++) {
      const scaled = (projected[k] as number) / ((values[k] as number) + ratio);
      for (let f = 0; f < width; f++) found[f] = (found[f] as number) + scaled * vectors.get(f, k);
    }
    return found;
  };
  const residual = (coefficients: Float64Array): number => {
    let sum = 0;
    for (let row = 0; row < rows; row++) {
      let left = off[row] as number;
      for (let f = 0; f < width; f++) left -= (coefficients[f] as number) * (centred[row * width + f] as number);
      sum += left * left;
    }
    return sum;
  };
  let alpha = 1 / (off.reduce((sum, value) => sum + value * value, 0) / rows + Number.EPSILON);
  let lambda = 1;
  let before: Float64Array | null = null;
  for (let round = 0; round < 300; round++) {
    const found = coefficientsFor(lambda / alpha);
    const gamma = values.reduce((sum, value) => sum + (alpha * value) / (lambda + alpha * value), 0);
    lambda = (gamma + 2 * prior) / (found.reduce((sum, value) => sum + value * value, 0) + 2 * prior);
    alpha = (rows - gamma + 2 * prior) / (residual(found) + 2 * prior);
    const last = before;
    if (last && found.reduce((sum, value, f) => sum + Math.abs(value - (last[f] as number)), 0) < 1e-3) break;
    before = found;
  }
  const coefficients = coefficientsFor(lambda / alpha);
  return { coefficients, intercept: middle - coefficients.reduce((sum, value, f) => sum + value * (means[f] as number), 0) };
}

/** Eigenvalues of x'x, its vectors, and x'y along them. */
function eigenOf(x: Float64Array, y: Float64Array, width: number) {
  const gram = new Matrix(width, width);
  const cross = new Float64Array(width);
  const sums = new Float64Array(width * width);
  for (let row = 0; row < y.length; row++) {
    const start = row * width;
    for (let i = 0; i < width; i++) {
      const value = x[start + i] as number;
      cross[i] = (cross[i] as number) + value * (y[row] as number);
      for (let j = i; j < width; j++) sums[i * width + j] = (sums[i * width + j] as number) + value * (x[start + j] as number);
    }
  }
  for (let i = 0; i < width; i++)
    for (let j = i; j < width; j++) {
      gram.set(i, j, sums[i * width + j] as number);
      gram.set(j, i, sums[i * width + j] as number);
    }
  const found = new EigenvalueDecomposition(gram, { assumeSymmetric: true });
  const vectors = found.eigenvectorMatrix;
  const values = Float64Array.from(found.realEigenvalues, (value) => Math.max(0, value));
  const projected = values.map((_, k) => cross.reduce((sum, value, f) => sum + value * vectors.get(f, k), 0));
  return { values, vectors, projected };
}
