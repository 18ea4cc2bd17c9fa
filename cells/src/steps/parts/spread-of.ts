// Mean and sample variance (n - 1) of the values of one feature that are there. Used by z-score and top-variable.

import { accurateSum } from "./aggregate.ts";

export function spreadOf(row: Float32Array): { readonly mean: number; readonly variance: number } {
  const present = row.some((value) => Number.isNaN(value)) ? row.filter((value) => !Number.isNaN(value)) : row;
  const count = present.length;
  const mean = accurateSum(count, (at) => present[at] as number) / count;
  const squares = accurateSum(count, (at) => ((present[at] as number) - mean) ** 2);
  return { mean, variance: count < 2 ? 0 : squares / (count - 1) };
}
