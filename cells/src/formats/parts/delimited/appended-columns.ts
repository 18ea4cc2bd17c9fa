// Columns of a later part of a file, read by themselves, behind those of the part before it, as if one reading had met both: a
// column changes its state where a cell of the later part would have changed it.

import { type ColumnsInProgress, float, integer, text, unseen } from "./columns-in-progress.ts";
import type { PooledTexts, TextPool } from "./text-pool.ts";

/** As `ColumnsInProgress` holds them, all of it data: it may come from another thread. */
export interface ColumnsPart
  extends Pick<
    ColumnsInProgress,
    "states" | "integers" | "floats" | "valid" | "textFrom" | "respelled" | "bareNA" | "quotedWords" | "bareWords"
  > {
  readonly texts: readonly (PooledTexts | null)[];
}

/** What was read, given away. */
export function columnsPart(columns: ColumnsInProgress): ColumnsPart {
  const { states, integers, floats, valid, textFrom, respelled, bareNA, quotedWords, bareWords, pools } = columns;
  const texts = pools.map((pool) => pool?.give() ?? null);
  return { states, integers, floats, valid, textFrom, respelled, bareNA, quotedWords, bareWords, texts };
}

/** `before` rows are there, `rows` come behind them; there is room for both. */
export function appendColumns(columns: ColumnsInProgress, before: number, part: ColumnsPart, rows: number): void {
  for (let column = 0; column < columns.count; column++) {
    appendValues(columns, column, before, part, rows);
    appendMarks(columns, column, before, part, rows);
    if (columns.states[column] === text) markEmpty(columns, column, before, rows);
    columns.respelled[column] = Number(columns.respelled[column] || part.respelled[column]);
  }
}

function appendValues(columns: ColumnsInProgress, column: number, before: number, part: ColumnsPart, rows: number): void {
  const theirs = part.states[column] as number;
  if (theirs === text) {
    if (columns.states[column] !== text) columns.toText(column, before);
    appendTexts(columns, column, before, part, rows);
    // Numbers came first there, and their letters are lost.
    if ((part.textFrom[column] as number) > 0) columns.textFrom[column] = before + (part.textFrom[column] as number);
    return;
  }
  if (columns.states[column] === text) {
    if (part.respelled[column] || theirs === float) columns.textFrom[column] = before + rows;
    else if (theirs === integer) appendAsTexts(columns, column, before, part, rows);
    return;
  }
  if (theirs === unseen) return;
  if (theirs === integer && columns.states[column] !== float) {
    if (columns.states[column] === unseen) columns.beginInteger(column);
    (columns.integers[column] as Int32Array).set((part.integers[column] as Int32Array).subarray(0, rows), before);
    return;
  }
  if (columns.states[column] !== float) columns.toFloat(column, before);
  const values = theirs === float ? (part.floats[column] as Float64Array) : (part.integers[column] as Int32Array);
  (columns.floats[column] as Float64Array).set(values.subarray(0, rows), before);
}

function appendTexts(columns: ColumnsInProgress, column: number, before: number, part: ColumnsPart, rows: number): void {
  const here = (columns.pools[column] as TextPool).takeOver(part.texts[column] as PooledTexts);
  const codes = columns.integers[column] as Int32Array;
  const theirs = part.integers[column] as Int32Array;
  for (let row = 0; row < rows; row++) codes[before + row] = here[theirs[row] as number] as number;
}

/** Whole numbers among texts. */
function appendAsTexts(columns: ColumnsInProgress, column: number, before: number, part: ColumnsPart, rows: number): void {
  const pool = columns.pools[column] as TextPool;
  const codes = columns.integers[column] as Int32Array;
  const theirs = part.integers[column] as Int32Array;
  const marks = part.valid[column];
  for (let row = 0; row < rows; row++) if (marks?.[row] !== 0) codes[before + row] = pool.internText(String(theirs[row]));
  // A number that was set to stand for nothing is a word for it among texts.
  const missing = new Set(pool.missing);
  if (missing.size === 0) return;
  for (let row = before; row < before + rows; row++)
    if (marks?.[row - before] !== 0 && missing.has(codes[row] as number)) columns.setMissing(column, row);
}

function appendMarks(columns: ColumnsInProgress, column: number, before: number, part: ColumnsPart, rows: number): void {
  const theirs = part.valid[column];
  if (theirs) {
    const mine = (columns.valid[column] ??= new Uint8Array(columns.capacity).fill(1));
    for (let row = 0; row < rows; row++) if (theirs[row] === 0) mine[before + row] = 0;
  }
  const seen = part.bareNA[column];
  const known = columns.bareNA[column];
  if (seen && known) {
    known.last = before + seen.last;
    known.count += seen.count;
  } else if (seen) columns.bareNA[column] = { row: before + seen.row, last: before + seen.last, count: seen.count };
  for (const kind of ["quotedWords", "bareWords"] as const) {
    for (const [row, word] of part[kind][column] ?? []) (columns[kind][column] ??= new Map()).set(before + row, word);
  }
}

/** Missing cells of a column of texts read the empty one. */
function markEmpty(columns: ColumnsInProgress, column: number, before: number, rows: number): void {
  const marks = columns.valid[column];
  if (!marks) return;
  const codes = columns.integers[column] as Int32Array;
  const empty = (columns.pools[column] as TextPool).emptyCode();
  for (let row = before; row < before + rows; row++) if (marks[row] === 0) codes[row] = empty;
}
