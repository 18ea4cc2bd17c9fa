// Rows x features for training and prediction. Values are rounded to float32 when they enter, because ONNX models see
// float32: a model is then scored on exactly the numbers that it was trained on.

export interface DesignMatrix {
  readonly rows: number;
  readonly features: readonly string[];
  /** Row-major: row r, feature f at `values[r * features.length + f]`. Float32-rounded. */
  readonly values: Float64Array;
}

/** The same rows with fewer features. */
export function selectFeatures(matrix: DesignMatrix, chosen: ArrayLike<number>): DesignMatrix {
  const width = matrix.features.length;
  const values = new Float64Array(matrix.rows * chosen.length);
  for (let row = 0; row < matrix.rows; row += 1) {
    for (let at = 0; at < chosen.length; at += 1) {
      values[row * chosen.length + at] = matrix.values[row * width + (chosen[at] as number)] as number;
    }
  }
  return { rows: matrix.rows, features: Array.from(chosen, (at) => matrix.features[at] as string), values };
}

export function selectRows(matrix: DesignMatrix, rows: ArrayLike<number>): DesignMatrix {
  const width = matrix.features.length;
  const values = new Float64Array(rows.length * width);
  for (let at = 0; at < rows.length; at += 1) {
    const from = (rows[at] as number) * width;
    values.set(matrix.values.subarray(from, from + width), at * width);
  }
  return { rows: rows.length, features: matrix.features, values };
}

/** Names of the features that have one value in all rows. */
export function constantFeatures({ rows, features, values }: DesignMatrix): readonly string[] {
  const width = features.length;
  return features.filter((_, f) => {
    for (let row = 1; row < rows; row += 1) if (values[row * width + f] !== values[f]) return false;
    return true;
  });
}

/** Mean and standard deviation (divisor n) of each feature over all rows of the matrix. */
export function featureMoments(matrix: DesignMatrix): { readonly mean: Float64Array; readonly sd: Float64Array } {
  const width = matrix.features.length;
  const mean = new Float64Array(width);
  const sd = new Float64Array(width);
  for (let row = 0; row < matrix.rows; row += 1) {
    for (let f = 0; f < width; f += 1) mean[f] = (mean[f] as number) + (matrix.values[row * width + f] as number) / matrix.rows;
  }
  // Second pass around the mean: no cancellation.
  for (let row = 0; row < matrix.rows; row += 1) {
    for (let f = 0; f < width; f += 1) {
      const off = (matrix.values[row * width + f] as number) - (mean[f] as number);
      sd[f] = (sd[f] as number) + off * off;
    }
  }
  for (let f = 0; f < width; f += 1) sd[f] = Math.sqrt((sd[f] as number) / Math.max(1, matrix.rows));
  return { mean, sd };
}

/** The `count` features of largest variance, in the matrix's order; ties keep the earlier feature. */
export function mostVariable(matrix: DesignMatrix, count: number): Int32Array {
  const { sd } = featureMoments(matrix);
  const byVariance = Array.from(sd.keys()).sort((a, b) => (sd[b] as number) - (sd[a] as number) || a - b);
  return Int32Array.from(byVariance.slice(0, count)).sort();
}
