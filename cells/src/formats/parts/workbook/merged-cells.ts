// Groups of cells that were merged into one: Excel keeps the value in the first of them, the others are empty. Told, and
// filled where that was chosen. Merged names of columns are left to the parser, which joins rows of names.

export interface Merge {
  readonly s: { readonly r: number; readonly c: number };
  readonly e: { readonly r: number; readonly c: number };
}

interface Rows<Cell> {
  readonly row: number;
  readonly cells: readonly (readonly [column: number, cell: Cell])[];
}

/** Those below the first row whose first cell holds something, and whose others some row of the sheet has. */
export function mergesOfRows<Cell>(merges: readonly Merge[], rows: readonly Rows<Cell>[]): readonly Merge[] {
  const first = rows[0]?.row ?? 0;
  const filled = new Map(rows.map(({ row, cells }) => [row, new Set(cells.map(([column]) => column))]));
  return merges.filter(({ s, e }) => {
    if (s.r <= first || !filled.get(s.r)?.has(s.c)) return false;
    if (e.c > s.c) return true;
    for (let row = s.r + 1; row <= Math.min(e.r, rows.at(-1)?.row ?? 0); row++) if (filled.has(row)) return true;
    return false;
  });
}

/** The same rows, each cell of a group with what its first one holds. Rows that are empty but for the group stay empty. */
export function withMergedFilled<Cell>(rows: readonly Rows<Cell>[], merges: readonly Merge[]): readonly Rows<Cell>[] {
  const added = new Map<number, Map<number, Cell>>();
  const places = new Map(rows.map((each, at) => [each.row, at]));
  const lastRow = rows.at(-1)?.row ?? 0;
  const lastColumn = rows.reduce((most, { cells }) => Math.max(most, cells.at(-1)?.[0] ?? 0), 0);
  for (const { s, e } of merges) {
    const cell = rows[places.get(s.r) ?? -1]?.cells.find(([column]) => column === s.c)?.[1];
    if (cell === undefined) continue;
    for (let row = s.r; row <= Math.min(e.r, lastRow); row++) {
      if (!places.has(row)) continue;
      const into = added.get(row) ?? new Map<number, Cell>();
      added.set(row, into);
      for (let column = s.c; column <= Math.min(e.c, lastColumn); column++) into.set(column, cell);
    }
  }
  return rows.map((each) => {
    const more = added.get(each.row);
    if (!more) return each;
    const cells = new Map(each.cells);
    for (const [column, cell] of more) if (!cells.has(column)) cells.set(column, cell);
    return { row: each.row, cells: [...cells].toSorted(([a], [b]) => a - b) };
  });
}
