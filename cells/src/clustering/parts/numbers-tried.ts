// Numbers of clusters that are tried where none is said: from one on, fewer than there are different rows.

import type { PointRows } from "../../contract/cluster-method.ts";
import { differentRows } from "./different-rows.ts";

export function numbersTried(points: PointRows, most: number): readonly number[] {
  const last = Math.min(most, Math.max(1, differentRows(points) - 1));
  return Array.from({ length: last }, (_, at) => at + 1);
}
