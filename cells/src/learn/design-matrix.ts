// Rows and columns of what is learned from: chosen, and looked at.

import type { DesignMatrix } from "../contract/design-matrix.ts";
import { mostVariableOf } from "../stats/most-variable.ts";
import { momentsOf, varianceOf } from "../stats/moments.ts";

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

/** Mean and standard deviation (divisor n) of each feature over all rows, and which features are constant in them. */
export function featureMoments(matrix: DesignMatrix): {
  readonly mean: Float64Array;
  readonly sd: Float64Array;
  readonly isConstant: readonly boolean[];
} {
  const { rows, values } = matrix;
  const stride = matrix.features.length;
  const found = matrix.features.map((_, start) => momentsOf(values, { start, stride, count: rows }));
  return {
    mean: Float64Array.from(found, (each) => each.mean),
    sd: Float64Array.from(found, (each) => Math.sqrt(each.squares / Math.max(1, rows))),
    isConstant: found.map((each) => each.isConstant),
  };
}

/** Places of the features that are constant in all rows: no model learns from them. */
export const constantFeatures = (matrix: DesignMatrix): readonly number[] =>
  featureMoments(matrix).isConstant.flatMap((is, f) => (is ? [f] : []));

/** The `count` features of largest variance, in the matrix's order; ties keep the earlier feature. */
export function mostVariable({ rows, features, values }: DesignMatrix, count: number): Int32Array {
  // Not of deviations: their rounding makes variances equal that are not.
  const variances = features.map((_, start) => varianceOf(values, { start, stride: features.length, count: rows }) || 0);
  return mostVariableOf(Float64Array.from(variances), count).sort();
}
