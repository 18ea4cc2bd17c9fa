// Rows that share the values of some columns: the base of summarise, distinct, pivot and join. Works on integer codes
// only, so that texts are compared once per dictionary entry and never per row. All missing are one value, all NaN one.
//
// DuckDB is not asked to group, join, sort or pivot here: with the copy in and out it is slower than these loops (docs/
// decisions, "one engine for transforms"), and their float sums do not depend on how an engine splits its hash tables.
// Tests in kernel/ hold both to the same answers.

import type { Column } from "../../artifacts/artifact.ts";

/** One small integer a row; 0 is missing. */
export interface Codes {
  readonly codes: Int32Array;
  /** All codes are below it. */
  readonly count: number;
}

export interface RowGroups {
  readonly groupOf: Int32Array;
  /** First row of each group, ascending: groups are in order of first appearance. */
  readonly firstRow: Int32Array;
}

export function codesOfColumn(column: Column, rows: number): Codes {
  const codes = new Int32Array(rows);
  const { valid } = column;
  if (column.type === "text") {
    // A dictionary may hold a text twice.
    const known = new Map<string, number>();
    const codeOf = column.dictionary.map((text) => {
      const code = known.get(text) ?? known.size + 1;
      known.set(text, code);
      return code;
    });
    for (let row = 0; row < rows; row++)
      codes[row] = valid && valid[row] === 0 ? 0 : (codeOf[column.codes[row] as number] as number);
    return { codes, count: known.size + 1 };
  }
  if (column.type === "boolean") {
    for (let row = 0; row < rows; row++) codes[row] = valid && valid[row] === 0 ? 0 : (column.values[row] as number) + 1;
    return { codes, count: 3 };
  }
  const known = new Map<number, number>();
  const { values } = column;
  for (let row = 0; row < rows; row++) {
    if (valid && valid[row] === 0) continue;
    const value = values[row] as number;
    let code = known.get(value);
    if (code === undefined) {
      code = known.size + 1;
      known.set(value, code);
    }
    codes[row] = code;
  }
  return { codes, count: known.size + 1 };
}

/** Renumbers pairs of codes in order of first appearance. */
function compact(left: Codes, right: Codes, rows: number): Codes & { readonly first: number[] } {
  const codes = new Int32Array(rows);
  const first: number[] = [];
  const space = left.count * right.count;
  if (space <= Math.max(4 * rows, 65_536)) {
    const seen = new Int32Array(space).fill(-1);
    for (let row = 0; row < rows; row++) {
      const pair = (left.codes[row] as number) * right.count + (right.codes[row] as number);
      if (seen[pair] === -1) {
        seen[pair] = first.length;
        first.push(row);
      }
      codes[row] = seen[pair] as number;
    }
  } else {
    const seen = new Map<number, number>();
    for (let row = 0; row < rows; row++) {
      const pair = (left.codes[row] as number) * right.count + (right.codes[row] as number);
      let code = seen.get(pair);
      if (code === undefined) {
        code = first.length;
        seen.set(pair, code);
        first.push(row);
      }
      codes[row] = code;
    }
  }
  return { codes, count: first.length, first };
}

/** Groups of rows by these columns; no columns: all rows are one group (none when there are no rows). */
export function groupRows(columns: readonly Column[], rows: number): RowGroups {
  return groupCodes(
    columns.map((column) => codesOfColumn(column, rows)),
    rows,
  );
}

export function groupCodes(parts: readonly Codes[], rows: number): RowGroups {
  let found: Codes & { readonly first: number[] } = compact(
    { codes: new Int32Array(rows), count: 1 },
    parts[0] ?? { codes: new Int32Array(rows), count: 1 },
    rows,
  );
  for (const part of parts.slice(1)) found = compact({ codes: found.codes, count: Math.max(1, found.count) }, part, rows);
  return { groupOf: found.codes, firstRow: Int32Array.from(found.first) };
}

/** Rows of each group, in order: those of group g are `rows[offsets[g] .. offsets[g+1])`. */
export function rowsByGroup(groupOf: Int32Array, groups: number): { readonly offsets: Int32Array; readonly rows: Int32Array } {
  const offsets = new Int32Array(groups + 1);
  for (const group of groupOf) if (group >= 0) offsets[group + 1] = (offsets[group + 1] as number) + 1;
  for (let group = 0; group < groups; group++) offsets[group + 1] = (offsets[group + 1] as number) + (offsets[group] as number);
  const next = offsets.slice();
  const rows = new Int32Array(offsets[groups] as number);
  for (let row = 0; row < groupOf.length; row++) {
    const group = groupOf[row] as number;
    if (group < 0) continue;
    rows[next[group] as number] = row;
    next[group] = (next[group] as number) + 1;
  }
  return { offsets, rows };
}
