// Where rows and columns of a grid stand, in pixels, and which are in view. Pure. Rows are 28 high, the head is 60; beyond
// thirty million pixels of rows one pixel of scroll is several rows (browsers cap an element at 33.5 million).

import type { ColumnSummary } from "../../contract/kind-view.ts";

export const rowHeight = 28;
export const headHeight = 60;
const tallest = 30_000_000;

/** What the scrolled element says of itself. */
export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Height of the scroll bar below. */
  readonly bar: number;
}

export interface Geometry {
  readonly widths: readonly number[];
  /** Left edges, and the right edge of the last. */
  readonly lefts: readonly number[];
  /** Width of the first column, which stays. */
  readonly pinned: number;
  readonly wide: number;
  /** Height of what is scrolled, without the head. */
  readonly scroll: number;
  readonly bodyHeight: number;
  /** Pixels of rows for a pixel of scroll: 1 unless the rows are taller than an element can be. */
  readonly factor: number;
  /** The pixel of rows at the upper edge. */
  readonly top: number;
  /** Rows in view, half-open. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** Columns in view beside the pinned one, half-open. */
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export function geometryOf(view: Viewport, widths: readonly number[], lefts: readonly number[], total: number): Geometry {
  const count = widths.length;
  const pinned = widths[0] ?? 0;
  const tall = total * rowHeight;
  const scroll = Math.min(tall, tallest);
  const bodyHeight = Math.max(0, view.height - headHeight);
  const factor = scroll > bodyHeight && tall > scroll ? (tall - bodyHeight) / (scroll - bodyHeight) : 1;
  const top = view.y * factor;
  return {
    widths,
    lefts,
    pinned,
    wide: lefts[count] ?? 0,
    scroll,
    bodyHeight,
    factor,
    top,
    firstRow: Math.min(Math.max(0, total - 1), Math.floor(top / rowHeight)),
    lastRow: Math.min(total, Math.ceil((top + bodyHeight) / rowHeight) + 1),
    firstColumn: Math.max(1, upperBound(lefts, view.x + pinned) - 1),
    lastColumn: Math.min(count, upperBound(lefts, view.x + view.width)),
  };
}

export function leftsOf(widths: readonly number[]): readonly number[] {
  const lefts = [0];
  for (const width of widths) lefts.push((lefts[lefts.length - 1] as number) + width);
  return lefts;
}

/** The pinned column and those in view. */
export const columnsInView = ({ firstColumn, lastColumn, widths }: Geometry): readonly number[] =>
  [0, ...Array.from({ length: Math.max(0, lastColumn - firstColumn) }, (_, index) => firstColumn + index)].filter(
    (column) => column < widths.length,
  );

/** The number of the last row that is wholly in view, from 1. */
export const lastWholeRow = ({ top, bodyHeight, firstRow }: Geometry, total: number): number =>
  Math.min(total, Math.max(firstRow + 1, Math.floor((top + bodyHeight + 1) / rowHeight)));

/** Where the element has to be scrolled to so that a cell is in view. */
export function scrollTo(
  geometry: Geometry,
  view: Pick<Viewport, "x" | "y" | "width">,
  row: number,
  column: number,
): Pick<Viewport, "x" | "y"> {
  const { top, bodyHeight, factor, lefts, pinned } = geometry;
  let { x, y } = view;
  const at = row * rowHeight;
  if (at < top) y = at / factor;
  else if (at + rowHeight > top + bodyHeight) y = (at + rowHeight - bodyHeight) / factor;
  if (column > 0) {
    const left = lefts[column] ?? 0;
    const right = lefts[column + 1] ?? left;
    if (left - pinned < x) x = left - pinned;
    else if (right > x + view.width) x = right - view.width;
  }
  return { x, y };
}

/** Where a column stands when the grid is scrolled by `x`. */
export const placeOf = (
  { lefts, widths }: Geometry,
  x: number,
  column: number,
): { readonly left: number; readonly width: number } => ({
  left: column === 0 ? 0 : (lefts[column] ?? 0) - x,
  width: widths[column] ?? 96,
});

/** 72 to 240 px by name, type, commonest values and the line below the name. */
export function widthOf(summary: ColumnSummary | undefined, name = "", line = ""): number {
  const values =
    summary?.top && summary.top.length > 0
      ? Math.max(...summary.top.slice(0, 5).map((item) => item.value.length))
      : summary?.histogram
        ? 0
        : 10;
  // Beside a name stands the sign of its filter.
  const longest = Math.max(name.length * 1.25 + 2.75, values, summary?.histogram ? 10 : 8);
  return Math.round(Math.min(240, Math.max(72, longest * 8 + 28, Math.min(24, line.length) * 7 + 26)));
}

/** Index of the first element above `value`. */
function upperBound(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
