// Rows and columns that Excel does not show (filtered, grouped, hidden by hand), from the XML of a sheet (ECMA-376 part 1, 18.3.1.73,
// row; 18.3.1.13, col). They are read as all others, which is said.

export interface HiddenCells {
  /** As Excel counts, from 1. */
  readonly rows: ReadonlySet<number>;
  /** From 0. */
  isHiddenColumn(column: number): boolean;
  /** A row that stands there twice, of which the spreadsheet library keeps the last; null: none. */
  readonly twice: number | null;
}

const hidden = /\shidden\s*=\s*["'](?:1|true)["']/;
const numberOf = (attributes: string, name: string): number =>
  Number(new RegExp(`\\s${name}\\s*=\\s*["'](\\d+)["']`).exec(attributes)?.[1] ?? 0);

export function hiddenCells(sheet: string): HiddenCells {
  const rows = new Set<number>();
  const columns: { readonly from: number; readonly to: number }[] = [];
  const seen = new Set<number>();
  let twice: number | null = null;
  let row = 0;
  for (const [, name, attributes = ""] of sheet.matchAll(/<(?:\w+:)?(row|col)(\s[^>]*)?>/g)) {
    if (name === "row") {
      row = numberOf(attributes, "r") || row + 1;
      if (seen.has(row)) twice ??= row;
      seen.add(row);
      if (hidden.test(attributes)) rows.add(row);
    } else if (hidden.test(attributes))
      columns.push({ from: numberOf(attributes, "min") - 1, to: numberOf(attributes, "max") - 1 });
  }
  return { rows, twice, isHiddenColumn: (column) => columns.some(({ from, to }) => column >= from && column <= to) };
}
