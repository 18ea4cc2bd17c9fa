// Cells that a table marks: the flag, its value, and of flags of whole rows the first cell.

import { expect, test } from "vitest";
import { outlierCells } from "./outlier-cells.ts";

const columns = [
  { name: "id" },
  { name: "x" },
  { name: "x_outlier", semantic: "outlier" },
  { name: "outlier", semantic: "outlier" },
  { name: "gone_outlier", semantic: "outlier" },
];
const cells = [
  ["a", 1, true, false, null],
  ["b", 2, false, true, false],
  ["c", 3, null, null, true],
];
const pages = {
  columnCount: 5,
  column: (at: number) => columns[at],
  cell: (row: number, column: number) => cells[row]?.[column],
};

test("a flag marks itself and its column's value, a flag of the row or of a column that is not there the first cell", () => {
  const isMarked = outlierCells(pages);
  const marked = cells.map((_, row) => columns.flatMap((__, column) => (isMarked?.(row, column) ? [column] : [])));
  expect(marked).toEqual([
    [1, 2],
    [0, 3],
    [0, 4],
  ]);
});
test("without flags nothing is asked", () => {
  expect(outlierCells({ ...pages, columnCount: 2 })).toBe(null);
  expect(outlierCells({ ...pages, columnCount: 0 })).toBe(null);
});
