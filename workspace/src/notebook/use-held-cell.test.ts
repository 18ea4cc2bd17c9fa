import { expect, test } from "vitest";
import { headFor, isAsLeft } from "./use-held-cell.ts";

test("a cell that is wholly in view stays where it is; others come near the upper edge", () => {
  expect(headFor({ head: 200, height: 500 }, 800)).toBe(200);
  expect(headFor({ head: 0, height: 800 }, 800)).toBe(0);
  expect(headFor({ head: -1, height: 500 }, 800)).toBe(100);
  expect(headFor({ head: 301, height: 500 }, 800)).toBe(100);
  expect(headFor({ head: 5_000, height: 2_000 }, 800)).toBe(100);
});

test("a cell that is still small has room for what it will hold", () => {
  expect(headFor({ head: 440, height: 60 }, 800)).toBe(440);
  expect(headFor({ head: 441, height: 60 }, 800)).toBe(100);
});

test("a scroll position is somebody else's unless it is the one that was left, or the end of a page that became shorter", () => {
  expect(isAsLeft(1_000, 1_000.5, 3_000)).toBe(true);
  expect(isAsLeft(1_000, 700, 3_000)).toBe(false);
  expect(isAsLeft(1_000, 1_300, 1_300)).toBe(false);
  expect(isAsLeft(1_000, 700, 700)).toBe(true);
});
