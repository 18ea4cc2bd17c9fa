// Which places of a picture a selection holds.

import { describe, expect, test } from "vitest";
import type { Json } from "../base/json.ts";
import { selectionSaid } from "./selection-said.ts";
import {
  areasOf,
  boxOf,
  isEmpty,
  type Lasso,
  mostAreas,
  ofAreas,
  type Selection,
  selectionIn,
  tidyLasso,
  withinArea,
} from "./selection.ts";

const within = (selection: Selection, x: number, y: number): boolean =>
  withinArea(selection as Parameters<typeof withinArea>[0])(x, y);

describe("a lasso", () => {
  // Matplotlib's Path.contains_points says the same of these.
  const c: Lasso = {
    lasso: [
      [0, 0],
      [4, 0],
      [4, 1],
      [1, 1],
      [1, 3],
      [4, 3],
      [4, 4],
      [0, 4],
    ],
  };
  test.each([
    [0.5, 2, true],
    [2, 2, false],
    [3, 0.5, true],
    [3, 3.5, true],
    [-1, 2, false],
    [5, 0.5, false],
    [Number.NaN, 2, false],
    [0.5, Number.NaN, false],
  ])("in the form of a C holds (%d, %d): %s", (x, y, is) => {
    expect(within(c, x, y)).toBe(is);
  });
  test("that crosses itself leaves its inner loop out", () => {
    const star: Lasso = {
      lasso: [
        [0, 3],
        [2, -3],
        [-3, 1],
        [3, 1],
        [-2, -3],
      ],
    };
    expect(within(star, 0, 0)).toBe(false);
    expect(within(star, 0, 2)).toBe(true);
  });
  test("of a logarithmic axis has sides that are straight there: the middle between 1 and 100 is 10", () => {
    const triangle: Lasso = {
      lasso: [
        [0, 1],
        [2, 100],
        [2, 1],
      ],
    };
    expect(within({ ...triangle, log: ["y"] }, 1, 9.9)).toBe(true);
    expect(within({ ...triangle, log: ["y"] }, 1, 10.1)).toBe(false);
    expect(within(triangle, 1, 10.1)).toBe(true);
  });
  test("of a logarithmic axis holds nothing at 0 or below, which is not drawn there", () => {
    const all: Lasso = {
      lasso: [
        [-1, 1e-300],
        [9, 1e-300],
        [9, 1],
        [-1, 1],
      ],
      log: ["y"],
    };
    expect(within(all, 1, 0)).toBe(false);
    expect(within(all, 1, -1)).toBe(false);
    expect(within(all, 1, 1e-299)).toBe(true);
  });
  test("is kept as fine as it was seen, however far from 0", () => {
    expect(
      tidyLasso({
        lasso: [
          [1_000_000.123456789, 0],
          [1_000_001.2, 0.3333333333],
          [1_000_000.7, 1],
        ],
      }).lasso,
    ).toEqual([
      [1_000_000.1235, 0],
      [1_000_001.2, 0.3333],
      [1_000_000.7, 1],
    ]);
    expect(
      tidyLasso({
        lasso: [
          [1, 1.23456789e-12],
          [2, 1e-9],
          [3, 5],
        ],
        log: ["y"],
      }).lasso[0],
    ).toEqual([1, 1.23457e-12]);
  });
});

test("a box holds its ends, in whichever order they stand, and asks nothing of an axis that it does not name", () => {
  expect(within({ x: [3, 1], y: [0, 2] }, 1, 2)).toBe(true);
  expect(within({ x: [1, 3] }, 2, Number.NaN)).toBe(true);
  expect(within({ x: [1, 3] }, 3.01, 0)).toBe(false);
  expect(boxOf({ x: [3, 1], y: [0] })).toEqual({ x: [1, 3] });
  expect(boxOf({})).toBeNull();
});

test("points are those of exactly these coordinates", () => {
  const picked = {
    points: [
      [0.1 + 0.2, 1],
      [5, 6],
    ],
  } as const;
  expect(within(picked, 0.3, 1)).toBe(false);
  expect(within(picked, 0.1 + 0.2, 1)).toBe(true);
  expect(within(picked, 5, 1)).toBe(false);
});

test.each([
  [null],
  [3],
  [
    {
      lasso: [
        [1, 2],
        [3, 4],
      ],
    },
  ],
  [
    {
      lasso: [
        [1, 2],
        [3, 4],
        [5, "6"],
      ],
    },
  ],
  [
    {
      lasso: [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      log: ["z"],
    },
  ],
  [{ x: [1] }],
  [{ x: [1, 2], names: ["a"] }],
  [{ names: [1] }],
  [{ z: [1, 2] }],
  [{ x: [Number.NaN, 1] }],
  [{ points: [[0, Number.POSITIVE_INFINITY]] }],
  [{ names: ["a".repeat(1_001)] }],
  [{ x: ["2".repeat(101), null] }],
  [{ points: Array.from({ length: 2_001 }, () => [0, 0]) }],
  [{ names: ["a"], part: 3 }],
  [{ x: [0, 1], part: "a".repeat(1_001) }],
  [{ any: [{ x: [0, 1] }], part: "a" }],
  [{ any: [{ any: [{ x: [0, 1] }] }] }],
  [{ any: [{ x: [1] }] }],
  [{ any: Array.from({ length: mostAreas + 1 }, () => ({ x: [0, 1] })) }],
  [{ any: [1, 2].map(() => ({ names: Array.from({ length: 1_001 }, String) })) }],
  [JSON.parse('{"__proto__": {"names": ["a"]}, "names": ["b"]}')],
] as readonly [Json][])("%j is no selection", (value) => {
  expect(selectionIn(value)).toBeNull();
});

test("very many corners, and names as long as a book, are refused at once; a long name is said by its beginning", () => {
  expect(selectionIn({ lasso: Array.from({ length: 20_000 }, (_, at) => [at, at % 2]) })).toBeNull();
  expect(selectionSaid({ names: ["x".repeat(1_000), "b"] }, "en")).toBe(`2 names: ${"x".repeat(39)}…, b`);
});

test("nothing is in a selection without bounds, points or names", () => {
  for (const empty of [{}, { points: [] }, { names: [] }]) expect(isEmpty(selectionIn(empty) as Selection)).toBe(true);
  expect(isEmpty({ x: [1, 1] })).toBe(false);
});

test("several areas are one after the other, one of them is itself; a part alone holds all of its rows", () => {
  const any = [{ x: [0, 1] }, { part: null }] as const;
  expect(areasOf(selectionIn({ any } as never) as Selection)).toEqual(any);
  expect([ofAreas([]), ofAreas([{ x: [0, 1] }]), ofAreas(any)]).toEqual([null, { x: [0, 1] }, { any }]);
  expect(isEmpty({ part: "a" })).toBe(false);
  expect(isEmpty({ any: [{ names: [] }, {}] })).toBe(true);
});

test("a selection is said with its parts, and ends as fine as it takes to tell them apart", () => {
  expect(selectionSaid({ x: [123_456_789, 123_460_000], part: "7" }, "en")).toBe(
    "7: x 123\u2009456\u2009790 – 123\u2009460\u2009000",
  );
  expect(selectionSaid({ part: null }, "en")).toBe("without a group");
  expect(selectionSaid({ any: ["a", "b", "c", "d"].map((part) => ({ y: [1, 2] as const, part })) }, "en")).toBe(
    "4 areas: a: y 1 – 2; b: y 1 – 2; c: y 1 – 2; …",
  );
});
