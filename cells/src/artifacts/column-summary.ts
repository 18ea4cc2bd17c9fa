// A column at a glance: missing, distinct, top values, or a histogram with mean, spread and quartiles. For the header of a
// grid, the profile kind, and forms.

import type { Column, Table } from "./artifact.ts";
import type { ColumnSummary } from "./table-window.ts";
import { isMissing } from "./table.ts";

/** Distinct numbers are counted exactly up to here. */
const mostDistinct = 100_000;
const bins = 24;
const topValues = 8;

export const columnSummaries = (table: Table): readonly ColumnSummary[] => table.columns.map((column) => columnSummary(column));

export function columnSummary(column: Column): ColumnSummary {
  const base = { name: column.name, type: column.type, ...(column.semantic ? { semantic: column.semantic } : {}) };
  switch (column.type) {
    case "text":
      return { ...base, ...countTexts(column) };
    case "boolean": {
      const counts = [0, 0];
      let missing = 0;
      column.values.forEach((value, row) => {
        if (isMissing(column, row)) missing += 1;
        else counts[value ? 1 : 0] = (counts[value ? 1 : 0] as number) + 1;
      });
      const top = [1, 0].flatMap((value) =>
        counts[value] ? [{ value: value === 1 ? "true" : "false", count: counts[value] as number }] : [],
      );
      return { ...base, missing, distinct: top.length, top: top.sort((a, b) => b.count - a.count) };
    }
    default:
      return { ...base, ...countNumbers(column) };
  }
}

function countTexts(column: Extract<Column, { type: "text" }>): Pick<ColumnSummary, "missing" | "distinct" | "top"> {
  const counts = new Int32Array(column.dictionary.length);
  let missing = 0;
  column.codes.forEach((code, row) => {
    if (isMissing(column, row)) missing += 1;
    else counts[code] = (counts[code] as number) + 1;
  });
  let distinct = 0;
  const best: { value: string; count: number }[] = [];
  counts.forEach((count, code) => {
    if (count === 0) return;
    distinct += 1;
    const last = best[topValues - 1];
    if (last && last.count >= count) return;
    best.push({ value: column.dictionary[code] ?? "", count });
    best.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    best.length = Math.min(best.length, topValues);
  });
  return { missing, distinct, top: best };
}

/**
 * Quartiles by linear interpolation (R type 7, NumPy's default); sd with divisor n - 1. Infinities and NaN are not
 * missing, and no histogram can show them: they are left out.
 */
function countNumbers(
  column: Extract<Column, { type: "float64" | "int32" }>,
): Pick<ColumnSummary, "missing" | "distinct" | "histogram"> {
  const present = new Float64Array(column.values.length);
  let n = 0;
  let missing = 0;
  let zeros = 0;
  for (let row = 0; row < column.values.length; row += 1) {
    if (isMissing(column, row)) {
      missing += 1;
      continue;
    }
    const value = column.values[row] as number;
    if (!Number.isFinite(value)) continue;
    if (value === 0) zeros += 1;
    present[n] = value;
    n += 1;
  }
  const sorted = present.subarray(0, n).sort();
  let distinct: number | null = 0;
  for (let i = 0; i < n; i += 1) {
    if (i > 0 && sorted[i] === sorted[i - 1]) continue;
    distinct += 1;
    if (distinct > mostDistinct) {
      distinct = null;
      break;
    }
  }
  if (n === 0) return { missing, distinct };
  const min = sorted[0] as number;
  const max = sorted[n - 1] as number;
  let mean = 0;
  for (let i = 0; i < n; i += 1) mean += ((sorted[i] as number) - mean) / (i + 1);
  let squares = 0;
  for (let i = 0; i < n; i += 1) squares += ((sorted[i] as number) - mean) ** 2;
  const counts = new Array<number>(bins).fill(0);
  for (let i = 0; i < n; i += 1) {
    const at = max === min ? 0 : Math.min(bins - 1, Math.floor((((sorted[i] as number) - min) / (max - min)) * bins));
    counts[at] = (counts[at] as number) + 1;
  }
  const quantile = (share: number): number => {
    const at = (n - 1) * share;
    const low = Math.floor(at);
    const below = sorted[low] as number;
    return below + (at - low) * ((sorted[Math.min(n - 1, low + 1)] as number) - below);
  };
  return {
    missing,
    distinct,
    histogram: {
      min,
      max,
      counts,
      mean,
      sd: n > 1 ? Math.sqrt(squares / (n - 1)) : 0,
      median: quantile(0.5),
      q1: quantile(0.25),
      q3: quantile(0.75),
      zeros,
    },
  };
}
