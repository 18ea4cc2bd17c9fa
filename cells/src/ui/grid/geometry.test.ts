// Where the rows and columns of a grid stand.

import { expect, test } from "vitest";
import { columnsInView, geometryOf, headHeight, lastWholeRow, leftsOf, rowHeight, scrollTo, widthOf } from "./geometry.ts";

const view = { x: 0, y: 0, width: 400, height: headHeight + 10 * rowHeight, bar: 0 };
const grid = (part: Partial<typeof view> = {}, total = 100, columns = 8) => {
  const widths = Array.from({ length: columns }, () => 100);
  return geometryOf({ ...view, ...part }, widths, leftsOf(widths), total);
};

test("at the top of a hundred rows ten are in view, and one more that looks in", () => {
  const { firstRow, lastRow, factor, scroll } = grid();
  expect([firstRow, lastRow, factor, scroll]).toEqual([0, 11, 1, 2800]);
  expect(lastWholeRow(grid(), 100)).toBe(10);
});

test("a short table ends with its last row", () => {
  expect(grid({}, 3).lastRow).toBe(3);
  expect(lastWholeRow(grid({}, 3), 3)).toBe(3);
  expect(grid({}, 0).firstRow).toBe(0);
});

test("the first column stays, whatever is scrolled to the left of it", () => {
  expect(columnsInView(grid())).toEqual([0, 1, 2, 3, 4]);
  expect(columnsInView(grid({ x: 250 }))).toEqual([0, 3, 4, 5, 6]);
  expect(columnsInView(grid({}, 100, 1))).toEqual([0]);
});

test("ten million rows fit into an element that browsers can draw: its end shows the last row", () => {
  const total = 10_000_000;
  const { scroll, bodyHeight, factor } = grid({}, total);
  expect(scroll).toBeLessThanOrEqual(33_500_000);
  expect(factor).toBeGreaterThan(9);
  const end = grid({ y: scroll - bodyHeight }, total);
  expect(end.lastRow).toBe(total);
  expect(lastWholeRow(end, total)).toBe(total);
});

test.each([100, 10_000_000])(
  "of %i rows, scrolling to a cell brings it wholly into view, and no further than needed",
  (total) => {
    for (const row of [0, 5, 9, 10, 50, total - 1]) {
      const before = grid({}, total);
      const { y } = scrollTo(before, view, row, 0);
      if (row < 10) expect(y).toBe(0);
      const { top, bodyHeight } = grid({ y }, total);
      expect(row * rowHeight).toBeGreaterThanOrEqual(top - 1e-3);
      expect((row + 1) * rowHeight).toBeLessThanOrEqual(top + bodyHeight + 1e-3);
    }
  },
);

test("a column comes into view beside the pinned one", () => {
  const at = (x: number, column: number) => scrollTo(grid({ x }), { ...view, x }, 0, column).x;
  expect(at(0, 2)).toBe(0);
  expect(at(0, 6)).toBe(300);
  expect(at(300, 2)).toBe(100);
  expect(at(300, 0)).toBe(300);
});

test("a column is 72 to 240 wide, by what stands in it", () => {
  expect(widthOf(undefined, "a")).toBe(108);
  expect(widthOf(undefined, "a".repeat(60))).toBe(240);
  expect(widthOf(undefined, "a", "−0.234 – 0.389")).toBe(124);
});
