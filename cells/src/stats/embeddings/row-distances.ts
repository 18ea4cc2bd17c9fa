// The distance of each row to each other one, all at once: what scaling begins with.

import { unitRows } from "../neighbours/unit-rows.ts";

export type RowDistance = "euclidean" | "manhattan" | "correlation" | "cosine";

/** rows x rows, symmetric, 0 along the diagonal. A row without direction is at 1 from all others by correlation and cosine. */
export async function rowDistances(
  values: Float64Array,
  rows: number,
  width: number,
  distance: RowDistance,
  pause: (share: number) => Promise<void> | void,
): Promise<Float64Array> {
  const given = distance === "correlation" || distance === "cosine" ? unitRows(values, width, distance) : values;
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
