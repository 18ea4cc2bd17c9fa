// Rows x features for training and prediction, as doubles: the numbers as they stand in the data. A column far from 0 in
// units of its spread (1e6 and a deviation of 1) would lose its digits as float32.

export interface DesignMatrix {
  readonly rows: number;
  readonly features: readonly string[];
  /** Row-major: row r, feature f at `values[r * features.length + f]`. */
  readonly values: Float64Array;
}
