// The distance of each row to each other one, all at once: what scaling begins with.

import { momentsOf } from "../moments.ts";

export type RowDistance = "euclidean" | "manhattan" | "correlation" | "cosine";

/** rows x rows, symmetric, 0 along the diagonal. A row without direction is at 1 from all others by correlation and cosine. */
export async function rowDistances(
  values: Float64Array,
  rows: number,
  width: number,
  distance: RowDistance,
  pause: (share: number) => Promise<void> | void,
): Promise<Float64Array> {
  const given = distance === "correlation" || distance === "cosine" ? directions(values, rows, width, distance) : values;
  const out = new Float64Array(rows * rows);
  for (let row = 0; row < rows; row++) {
    for (let other = 0; other < row; other++) {
      const between = apart(given, row * width, other * width, width, distance);
      out[row * rows + other] = between;
      out[other * rows + row] = between;
    }
    await pause((row / rows) ** 2);
  }
  return out;
}

function apart(values: Float64Array, from: number, to: number, width: number, distance: RowDistance): number {
  let sum = 0;
  if (distance === "manhattan") {
    for (let f = 0; f < width; f++) sum += Math.abs((values[from + f] as number) - (values[to + f] as number));
    return sum;
  }
  if (distance === "euclidean") {
    for (let f = 0; f < width; f++) {
      const gap = (values[from + f] as number) - (values[to + f] as number);
      sum += gap * gap;
    }
    return Math.sqrt(sum);
  }
  for (let f = 0; f < width; f++) sum += (values[from + f] as number) * (values[to + f] as number);
  return Math.max(0, 1 - sum);
}

/** Rows of length 1, less their means for a correlation. */
function directions(values: Float64Array, rows: number, width: number, distance: "correlation" | "cosine"): Float64Array {
  const out = new Float64Array(values.length);
  for (let row = 0; row < rows; row++) {
    const own = values.subarray(row * width, (row + 1) * width);
    const { mean, isConstant } = momentsOf(own);
    const middle = distance === "correlation" ? mean : 0;
    if (distance === "correlation" && isConstant) continue;
    let squares = 0;
    for (const value of own) squares += (value - middle) ** 2;
    const length = Math.sqrt(squares);
    if (length > 0) for (let f = 0; f < width; f++) out[row * width + f] = ((own[f] as number) - middle) / length;
  }
  return out;
}
