// A rectangle of picked cells: how keys move it, and what it is as text. Pure.

import type { Json } from "../../base/json.ts";

/** From the cell where it began to the one where it ends now. */
export interface Picked {
  readonly row: number;
  readonly column: number;
  readonly toRow: number;
  readonly toColumn: number;
}

export const oneCell = (row: number, column: number): Picked => ({ row, column, toRow: row, toColumn: column });

/** Its rows and columns, half-open. */
export const boxOf = (
  picked: Picked,
): { readonly rows: readonly [number, number]; readonly columns: readonly [number, number] } => ({
  rows: [Math.min(picked.row, picked.toRow), Math.max(picked.row, picked.toRow) + 1],
  columns: [Math.min(picked.column, picked.toColumn), Math.max(picked.column, picked.toColumn) + 1],
});

export const cellsIn = (picked: Picked): number => {
  const { rows, columns } = boxOf(picked);
  return (rows[1] - rows[0]) * (columns[1] - columns[0]);
};

export function isPicked(picked: Picked | null, row: number, column: number): boolean {
  if (!picked) return false;
  const { rows, columns } = boxOf(picked);
  return row >= rows[0] && row < rows[1] && column >= columns[0] && column < columns[1];
}

/** What a key makes of it; null where it is no key that moves. `page`: rows that a page holds. */
export function afterKey(
  key: { readonly key: string; readonly ctrl: boolean; readonly shift: boolean },
  picked: Picked | null,
  grid: { readonly total: number; readonly count: number; readonly page: number },
): Picked | null {
  const { total, count } = grid;
  const jump = Math.max(1, grid.page - 1);
  const moves: { readonly [key: string]: readonly [number, number] } = {
    ArrowDown: [key.ctrl ? total : 1, 0],
    ArrowUp: [key.ctrl ? -total : -1, 0],
    ArrowRight: [0, key.ctrl ? count : 1],
    ArrowLeft: [0, key.ctrl ? -count : -1],
    PageDown: [jump, 0],
    PageUp: [-jump, 0],
    Home: key.ctrl ? [-total, -count] : [0, -count],
    End: key.ctrl ? [total, count] : [0, count],
  };
  const move = moves[key.key];
  if (!move || total === 0) return null;
  // The first key picks the first cell.
  if (!picked) return oneCell(0, 0);
  const from = key.shift ? { row: picked.toRow, column: picked.toColumn } : picked;
  const row = clamp(from.row + move[0], 0, total - 1);
  const column = clamp(from.column + move[1], 0, count - 1);
  return key.shift ? { ...picked, toRow: row, toColumn: column } : oneCell(row, column);
}

/** Tab-separated, a row a line; missing cells are empty, and no value breaks a line. */
export const textOfRows = (rows: readonly (readonly Json[])[]): string =>
  rows.map((row) => row.map((value) => (value === null ? "" : String(value).replace(/[\t\r\n]+/g, " "))).join("\t")).join("\n");

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
