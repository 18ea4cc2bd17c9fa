// Principal components by the eigenvectors of the smaller Gram matrix: exact, and quick for thousands of features by tens
// of samples. Source: Jolliffe, Principal Component Analysis, 2nd edition, section 3.5.

import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { momentsOf } from "../stats/moments.ts";

export interface PrincipalComponents {
  /** rows x components, row-major: coordinates of the rows. */
  readonly scores: Float64Array;
  /** components x features, row-major: unit vectors. */
  readonly loadings: Float64Array;
  /** Variance along each component (divisor n - 1), and its share of all variance. */
  readonly variance: Float64Array;
  readonly share: Float64Array;
}

/**
 * `values`: rows x width, row-major, finite. Columns are centred; `scale` divides by their standard deviation
 * (divisor n - 1). A constant column becomes 0. Signs are fixed: the largest loading of a component is positive.
 */
export function principalComponents(
  values: Float64Array,
  rows: number,
  width: number,
  options: { readonly components: number; readonly scale: boolean },
): PrincipalComponents {
  const x = new Float64Array(values);
  let total = 0;
  for (let f = 0; f < width; f += 1) {
    const { mean, squares, isConstant } = momentsOf(x, { start: f, stride: width, count: rows });
    const variance = isConstant ? 0 : squares / Math.max(1, rows - 1);
    const unit = options.scale ? Math.sqrt(variance) : 1;
    for (let at = f; at < x.length; at += width) x[at] = variance > 0 ? ((x[at] as number) - mean) / unit : 0;
    total += options.scale ? (variance > 0 ? 1 : 0) : variance;
  }
  const byRows = rows <= width;
  const size = byRows ? rows : width;
  const gram = new Matrix(size, size);
  for (let i = 0; i < size; i += 1) {
    for (let j = i; j < size; j += 1) {
      let sum = 0;
      if (byRows) for (let f = 0; f < width; f += 1) sum += (x[i * width + f] as number) * (x[j * width + f] as number);
      else for (let row = 0; row < rows; row += 1) sum += (x[row * width + i] as number) * (x[row * width + j] as number);
      gram.set(i, j, sum);
      gram.set(j, i, sum);
    }
  }
  const found = new EigenvalueDecomposition(gram, { assumeSymmetric: true });
  const order = found.realEigenvalues
    .map((_, at) => at)
    .sort((a, b) => (found.realEigenvalues[b] as number) - (found.realEigenvalues[a] as number));
  const top = found.realEigenvalues[order[0] ?? 0] ?? 0;
  const rank = order.filter((at) => top > 0 && (found.realEigenvalues[at] as number) > top * 1e-12).length;
  const count = Math.min(options.components, rank);
  const scores = new Float64Array(rows * count);
  const loadings = new Float64Array(count * width);
  const variance = new Float64Array(count);
  for (let k = 0; k < count; k += 1) {
    const at = order[k] as number;
    const value = found.realEigenvalues[at] as number;
    variance[k] = value / Math.max(1, rows - 1);
    const length = Math.sqrt(value);
    if (byRows) {
      for (let row = 0; row < rows; row += 1) {
        const u = found.eigenvectorMatrix.get(row, at);
        scores[row * count + k] = u * length;
        for (let f = 0; f < width; f += 1)
          loadings[k * width + f] = (loadings[k * width + f] as number) + (u * (x[row * width + f] as number)) / length;
      }
    } else {
      for (let f = 0; f < width; f += 1) loadings[k * width + f] = found.eigenvectorMatrix.get(f, at);
      for (let row = 0; row < rows; row += 1) {
        let sum = 0;
        for (let f = 0; f < width; f += 1) sum += (x[row * width + f] as number) * (loadings[k * width + f] as number);
        scores[row * count + k] = sum;
      }
    }
    let largest = 0;
    for (let f = 0; f < width; f += 1) {
      if (Math.abs(loadings[k * width + f] as number) > Math.abs(loadings[k * width + largest] as number)) largest = f;
    }
    if ((loadings[k * width + largest] as number) < 0) {
      for (let f = 0; f < width; f += 1) loadings[k * width + f] = -(loadings[k * width + f] as number);
      for (let row = 0; row < rows; row += 1) scores[row * count + k] = -(scores[row * count + k] as number);
    }
  }
  return { scores, loadings, variance, share: variance.map((value) => (total > 0 ? value / total : 0)) };
}
