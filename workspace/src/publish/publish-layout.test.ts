// Tiles on the dashboard's grid.

import { expect, test } from "vitest";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { placeTile, settle, stepTile, withoutBars } from "./publish-layout.ts";

const id = (name: string): CellId => `cell_${name}` as CellId;

test("a new tile takes the first free place: two charts stand side by side, a third below", () => {
  const a = placeTile([], id("a"), "chart");
  const b = placeTile([a], id("b"), "chart");
  const c = placeTile([a, b], id("c"), "chart");
  expect([a.x, b.x, c.x]).toEqual([0, 6, 0]);
  expect([a.y, b.y, c.y]).toEqual([0, 0, 10]);
});

test("a tile never leaves the grid and never covers another", () => {
  const a = { cell: id("a"), x: 0, y: 0, w: 6, h: 4 };
  const b = { cell: id("b"), x: 6, y: 0, w: 6, h: 4 };
  expect(stepTile([a, b], id("a"), "left").find((tile) => tile.cell === id("a"))?.x).toBe(0);
  const wide = stepTile([a, b], id("a"), "wider");
  expect(wide.find((tile) => tile.cell === id("a"))?.w).toBe(7);
  expect(wide.find((tile) => tile.cell === id("b"))?.y).toBe(4);
  expect(settle([a, { ...b, x: 0 }], id("b")).find((tile) => tile.cell === id("a"))?.y).toBe(4);
});

test("what is arranged is what readers see: a parameter takes no place, and the chart beside it closes up", () => {
  const p = { cell: id("p"), x: 0, y: 0, w: 4, h: 2 };
  const chart = { cell: id("chart"), x: 4, y: 0, w: 6, h: 10 };
  const seen = withoutBars([p, chart], (cell) => cell === p.cell);
  expect(seen).toEqual([
    { ...chart, x: 0, w: 10 },
    { ...p, y: 10 },
  ]);
  // And stays so when it is arranged again.
  expect(withoutBars(seen, (cell) => cell === p.cell)).toEqual(seen);
});
