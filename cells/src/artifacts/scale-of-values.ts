// What the numbers of a matrix are, as far as they say it themselves: counts where all are whole and none is below zero.

import type { Assay, MatrixValues } from "./artifact.ts";

/** A missing number counts for nothing; a matrix without any other number than 0 says nothing. */
export function scaleOfValues({ data }: MatrixValues): Assay["scale"] {
  let most = 0;
  for (let at = 0; at < data.length; at++) {
    const value = data[at] as number;
    if (value !== value) continue;
    if (value < 0 || value !== Math.floor(value) || value === Number.POSITIVE_INFINITY) return "unknown";
    if (value > most) most = value;
  }
  return most > 0 ? "counts" : "unknown";
}

/** Reads brought to the depth of their sample, on the linear scale. */
export const isScaledReads = (scale: Assay["scale"]): boolean => scale === "cpm" || scale === "tpm" || scale === "fpkm";
