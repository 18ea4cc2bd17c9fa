// How strongly two columns go together: Cramér's V of a chi-squared statistic without correction.

import { chiSquare } from "../../stats/tests/chi-square.ts";

export interface CramersV {
  readonly value: number;
  readonly n: number;
  /** The smaller of the numbers of rows and columns that have counts, less 1. */
  readonly least: number;
}

export function cramersV(counts: readonly (readonly number[])[]): CramersV | null {
  const found = chiSquare(counts, false);
  if (!found) return null;
  const n = counts.flat().reduce((sum, count) => sum + count, 0);
  const rows = counts.filter((row) => row.some((count) => count > 0)).length;
  const columns = (counts[0] ?? []).filter((_, at) => counts.some((row) => (row[at] ?? 0) > 0)).length;
  const least = Math.min(rows, columns) - 1;
  return { value: Math.sqrt(found.statistic / (n * least)), n, least };
}
