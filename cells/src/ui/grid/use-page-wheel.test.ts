import { expect, test } from "vitest";
import { hasMore, isForThePage } from "./use-page-wheel.ts";

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

test("a page that has nothing more to show that way leaves the wheel to the table", () => {
  const page = (scrollTop: number) => ({ scrollTop, scrollHeight: 1000, clientHeight: 600 });
  expect([hasMore(page(0), 100), hasMore(page(0), -100)]).toEqual([true, false]);
  expect([hasMore(page(400), 100), hasMore(page(400), -100)]).toEqual([false, true]);
  expect(hasMore({ scrollTop: 0, scrollHeight: 600, clientHeight: 600 }, 100)).toBe(false);
});
