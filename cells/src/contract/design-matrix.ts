// Rows x features for training and prediction. Values are rounded to float32 when they enter, because ONNX models see
// float32: a model is then scored on exactly the numbers that it was trained on.

export interface DesignMatrix {
  readonly rows: number;
  readonly features: readonly string[];
  /** Row-major: row r, feature f at `values[r * features.length + f]`. Float32-rounded. */
  readonly values: Float64Array;
}
