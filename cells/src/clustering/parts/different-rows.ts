// How many rows differ from all before: no more clusters can be told apart.

import type { PointRows } from "../../contract/cluster-method.ts";

export function differentRows({ values, rows, width }: PointRows): number {
  const seen = new Set<string>();
  for (let row = 0; row < rows; row++) seen.add(values.subarray(row * width, (row + 1) * width).join(" "));
  return seen.size;
}
