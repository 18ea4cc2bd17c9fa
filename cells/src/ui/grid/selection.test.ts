// Picked cells of a grid.

import { expect, test } from "vitest";
import { afterKey, cellsIn, isPicked, oneCell, textOfRows } from "./selection.ts";

const grid = { total: 50, count: 4, page: 10 };
const press = (key: string, more: { ctrl?: boolean; shift?: boolean } = {}) => ({ key, ctrl: false, shift: false, ...more });

test("the first key picks the first cell; arrows move it, and stop at the edges", () => {
  expect(afterKey(press("ArrowDown"), null, grid)).toEqual(oneCell(0, 0));
  expect(afterKey(press("ArrowDown"), oneCell(0, 0), grid)).toEqual(oneCell(1, 0));
  expect(afterKey(press("ArrowLeft"), oneCell(0, 0), grid)).toEqual(oneCell(0, 0));
  expect(afterKey(press("PageDown"), oneCell(45, 2), grid)).toEqual(oneCell(49, 2));
  expect(afterKey(press("PageDown"), oneCell(0, 0), grid)).toEqual(oneCell(9, 0));
  expect(afterKey(press("End", { ctrl: true }), oneCell(0, 0), grid)).toEqual(oneCell(49, 3));
  expect(afterKey(press("a"), oneCell(0, 0), grid)).toBeNull();
  expect(afterKey(press("ArrowDown"), null, { ...grid, total: 0 })).toBeNull();
});

test("Shift draws a rectangle from where it began", () => {
  const picked = afterKey(press("ArrowUp", { shift: true }), oneCell(3, 1), grid);
  expect(picked).toEqual({ row: 3, column: 1, toRow: 2, toColumn: 1 });
  expect(picked && cellsIn(picked)).toBe(2);
  expect([isPicked(picked, 2, 1), isPicked(picked, 4, 1), isPicked(picked, 2, 2), isPicked(null, 0, 0)]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test("a rectangle is copied as rows of a spreadsheet: no value breaks a line, missing ones are empty", () => {
  expect(
    textOfRows([
      ["a\tb", null, 1.5],
      ["c\r\nd", true, "x"],
    ]),
  ).toBe("a b\t\t1.5\nc d\ttrue\tx");
});
