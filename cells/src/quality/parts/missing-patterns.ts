// Which columns are missing together, and in how many rows: the patterns of gaps, the most frequent first.

import type { Table } from "../../artifacts/artifact.ts";
import { firstEqualRow } from "./equal-rows.ts";

export type MissingPattern = {
  /** Columns that have no value in these rows; none: the rows are whole. */
  readonly columns: readonly string[];
  readonly rows: number;
};

export interface MissingPatterns {
  readonly patterns: readonly MissingPattern[];
  /** Patterns beyond those that stand there. */
  readonly more: number;
}

const most = 30;

/** Null: nothing is missing. */
export function missingPatterns({ columns, rowCount }: Table): MissingPatterns | null {
  const gaps = columns.flatMap(({ name, valid }) => (valid?.includes(0) ? [{ name, valid }] : []));
  if (gaps.length === 0) return null;
  const first = firstEqualRow(
    gaps.map(({ name, valid }) => ({ name, type: "boolean" as const, valid: null, values: valid })),
    rowCount,
  );
  const counts = new Map<number, number>();
  for (const row of first) counts.set(row, (counts.get(row) ?? 0) + 1);
  const sorted = [...counts].sort(([a, n], [b, m]) => m - n || a - b);
  return {
    patterns: sorted.slice(0, most).map(([row, rows]) => ({
      columns: gaps.flatMap(({ name, valid }) => (valid[row] === 0 ? [name] : [])),
      rows,
    })),
    more: Math.max(0, sorted.length - most),
  };
}
