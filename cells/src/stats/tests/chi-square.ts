// Whether rows and columns of a table of counts are independent: Pearson's chi-squared test, of two by two with Yates' correction
// (Supplement to the Journal of the Royal Statistical Society 1:217-235, 1934), as R's chisq.test.

import { chiSquared } from "../distributions/chi-squared.ts";

export interface ChiSquare {
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
  readonly logP: number;
  /** The least count that is expected anywhere: below 5 the test is not to be relied on. */
  readonly leastExpected: number;
}

/** `counts`: rows of equal length. Rows and columns without a count are left out; null: no two of each are left. */
export function chiSquare(counts: readonly ArrayLike<number>[], correct = true): ChiSquare | null {
  const width = counts[0]?.length ?? 0;
  const at = (row: number, column: number): number => counts[row]?.[column] ?? 0;
  const rowSums = counts.map((_, row) => sum(width, (column) => at(row, column)));
  const columnSums = Array.from({ length: width }, (_, column) => sum(counts.length, (row) => at(row, column)));
  const rows = [...rowSums.keys()].filter((row) => (rowSums[row] as number) > 0);
  const columns = [...columnSums.keys()].filter((column) => (columnSums[column] as number) > 0);
  if (rows.length < 2 || columns.length < 2) return null;
  const n = rowSums.reduce((a, b) => a + b, 0);
  const expected = (row: number, column: number): number => ((rowSums[row] as number) * (columnSums[column] as number)) / n;
  const cells = rows.flatMap((row) =>
    columns.map((column) => ({ off: Math.abs(at(row, column) - expected(row, column)), expected: expected(row, column) })),
  );
  const isCorrected = correct && rows.length === 2 && columns.length === 2;
  // Never corrected beyond what is expected.
  const correction = isCorrected ? Math.min(0.5, ...cells.map(({ off }) => off)) : 0;
  const statistic = cells.reduce((total, one) => total + (one.off - correction) ** 2 / one.expected, 0);
  const df = (rows.length - 1) * (columns.length - 1);
  const { upper, logUpper } = chiSquared.tails(statistic, df);
  return { statistic, df, p: upper, logP: logUpper, leastExpected: Math.min(...cells.map((one) => one.expected)) };
}

function sum(count: number, of: (at: number) => number): number {
  let total = 0;
  for (let at = 0; at < count; at++) total += of(at);
  return total;
}
