import { expect, test } from "vitest";
import { isForThePage } from "./use-page-wheel.ts";

const wheel = (part: Partial<Parameters<typeof isForThePage>[0]>) => ({
  deltaX: 0,
  deltaY: 100,
  shiftKey: false,
  ctrlKey: false,
  ...part,
});

test("the wheel over a table turns the page; with the focus in it, sideways, and where it enlarges, it is the table's", () => {
  expect(isForThePage(wheel({}), false)).toBe(true);
  expect(isForThePage(wheel({ deltaY: -3, deltaX: 1 }), false)).toBe(true);
  expect(isForThePage(wheel({}), true)).toBe(false);
  expect(isForThePage(wheel({ deltaX: 120, deltaY: 4 }), false)).toBe(false);
  expect(isForThePage(wheel({ shiftKey: true }), false)).toBe(false);
  expect(isForThePage(wheel({ ctrlKey: true }), false)).toBe(false);
});
