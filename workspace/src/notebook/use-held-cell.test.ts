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
  const left = { at: 1_000, end: 3_000 };
  expect(isAsLeft(left, { at: 1_000.5, end: 3_000 })).toBe(true);
  expect(isAsLeft(left, { at: 700, end: 3_000 })).toBe(false);
  expect(isAsLeft(left, { at: 1_300, end: 1_300 })).toBe(false);
  expect(isAsLeft(left, { at: 700, end: 700 })).toBe(true);
});

test("a page that became shorter and grew again before anybody looked was moved by the browser", () => {
  const left = { at: 1_000, end: 1_200 };
  expect(isAsLeft(left, { at: 700, end: 2_400 })).toBe(true);
  // Nobody is moved down so: whoever stands lower went there.
  expect(isAsLeft(left, { at: 1_100, end: 2_400 })).toBe(false);
});
