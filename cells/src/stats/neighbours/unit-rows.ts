// Rows of length 1: what lies between two of them goes as 1 less the cosine of their angle, of rows less their means as 1 less their
// correlation.

import { momentsOf } from "../moments.ts";

/** `values`: rows x width. A row without direction (all 0, or constant where means are taken away) is 0 everywhere. */
export function unitRows(values: Float64Array, width: number, by: "cosine" | "correlation"): Float64Array {
  const out = new Float64Array(values.length);
  for (let from = 0; from < values.length; from += width) {
    const own = values.subarray(from, from + width);
    const { mean, isConstant } = momentsOf(own);
    if (by === "correlation" && isConstant) continue;
    const middle = by === "correlation" ? mean : 0;
    let squares = 0;
    for (const value of own) squares += (value - middle) ** 2;
    const length = Math.sqrt(squares);
    if (length > 0) for (let f = 0; f < width; f++) out[from + f] = ((own[f] as number) - middle) / length;
  }
  return out;
}
